# `make run` and `make test` do all the set-up themselves, on a fresh machine too.

.PHONY: run test test-postgres install deb test-package score-exports bench bench-names score-robust score-matching lint fuzz clean prepare test-crash test-faults

# The pools of this repository's own workspace, printed even where nothing is new since the last run.
# Exit code 1 of weir means warnings, which are no failure here: the worked examples hold pools that
# are incomplete, as their sources are.
run: prepare
	@echo "Building weir; the first build takes some minutes."
	@swift build -c release --product weir --quiet
	@.build/release/weir run --quiet || test $$? -le 2
	@.build/release/weir report || test $$? -eq 1

# The tests that start the program start the one that users run, which is also several times faster
# than the one that is built beside the tests.
test: prepare
	@echo "Building weir and the tests; the first build takes some minutes."
	@swift build -c release --product weir --quiet
	@swift build --build-tests --quiet
	@WEIR_BINARY="$(CURDIR)/.build/release/weir" swift test --skip-build --disable-xctest --quiet

# What needs PostgreSQL, against a server that is started for it and goes away.
test-postgres: prepare
	@echo "Building weir and the tests; the first build takes some minutes."
	@swift build -c release --product weir --quiet
	@swift build --build-tests --quiet
	@WEIR_BINARY="$(CURDIR)/.build/release/weir" .ci/test-postgres

# The program, shared mappings, manual pages, completions and examples under PREFIX (/usr/local); DESTDIR
# stands before it where a package is made.
install: prepare
	@echo "Building weir; the first build takes some minutes."
	@swift build -c release --product weir --quiet
	@.ci/install-files .build/release/weir "$(DESTDIR)" "$(or $(PREFIX),/usr/local)"

# .build/weir_VERSION_ARCHITECTURE.deb, which needs no Swift where it is installed.
deb: prepare
	@.ci/deb

# A machine with nothing but Debian, cron and the package: its nights publish the pools of data/.
test-package: deb
	@.ci/test-package

# Weir killed at every system call that changes the disk, and at random instants of a larger run. With
# QUICK=1 an even sample.
test-crash: prepare
	@.ci/prepare-tools strace python3
	@echo "Building weir; the first build takes some minutes."
	@swift build -c release --product weir --quiet
	@QUICK="$(QUICK)" .ci/test-crash .build/release/weir

# Weir with every kind of error at every kind of system call, and under limits. With QUICK=1 an even
# sample.
test-faults: prepare
	@.ci/prepare-tools strace python3
	@echo "Building weir; the first build takes some minutes."
	@swift build -c release --product weir --quiet
	@QUICK="$(QUICK)" .ci/test-faults .build/release/weir

# Weir held against the hand-checked truth of real exports, with no source file and with its own.
score-exports: prepare
	@echo "Building weir; the first build takes some minutes."
	@swift build -c release --product weir --quiet
	@.ci/score-exports .build/release/weir

# Weir held against libcsv alone and against the peers that are installed, in one run.
bench: prepare
	@echo "Building weir-bench; the first build takes some minutes."
	@swift build -c release --quiet
	@.build/release/weir-bench measure --peers

# The matching of NAMES made-up names of suppliers, beside the peer where it is installed for PYTHON.
bench-names: prepare
	@echo "Building weir-bench; the first build takes some minutes."
	@swift build -c release --quiet
	@.build/release/weir-bench measure-names --count $(or $(NAMES),100000) \
	  --python $(or $(PYTHON),python3)

# Weir over the public suites of ../shared/robust: parser cases, Pollock, Strudel.
score-robust: prepare
	@echo "Building weir-bench; the first build takes some minutes."
	@swift build -c release --quiet
	@.build/release/weir-bench score-robust

# The matching of provider names over the labelled sets of ../shared/matching.
score-matching: prepare
	@echo "Building weir-bench; the first build takes some minutes."
	@swift build -c release --quiet
	@.build/release/weir-bench score-matching

# SwiftPM accepts an import that the manifest does not declare unless it is told not to.
lint: prepare
	@swift format lint --strict --recursive --parallel Sources Tests Package.swift
	@echo "Building everything; the first build takes some minutes."
	@swift build --build-tests --quiet --explicit-target-dependency-import-check error
	@echo "lint: nothing found"

# Inputs that nobody would write, to every part that reads bytes: SECONDS each, or RUNS executions
# each. JOBS run at a time, and TARGETS names some parts only.
fuzz: prepare
	@SECONDS_EACH="$(SECONDS)" RUNS="$(RUNS)" JOBS="$(JOBS)" TARGETS="$(TARGETS)" .ci/fuzz

# Not the store under data/: the provider ids that other systems know are in it.
clean:
	rm -rf .build

prepare:
	@.ci/prepare
