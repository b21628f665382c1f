import ImportTestSupport
import MappingTables
import PoolModel
import Testing
@testable import ProviderMatching
@testable import weir_bench

/// What an earlier run kept changes nothing but the work.
struct KnownNamesTests {
  private let matcher = ShippedWords.matcher()

  private func mentions(_ count: Int, seed: UInt64) -> [PayeeMention] {
    NameGenerator.records(count, seed: seed).map {
      PayeeMention(
        $0.name, at: "publisher-\($0.publisher)",
        company: $0.body.isMultiple(of: 9) ? "0\(1_000_000 + $0.body)" : "")
    }
  }

  /// All that a run gives, apart from what it keeps and how much it compared.
  private func texts(_ result: MatchResult) -> [String] {
    [
      "\(result.providers)", "\(result.providerIDs)", "\(result.registry)", "\(result.reviews)",
      "\(result.refusals)", "\(result.findings)", "\(result.droppedPairs)",
    ]
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `a run over added and removed names gives what a run from scratch gives`(seed: UInt64) {
    let all = mentions(1_200, seed: seed)
    let first = matcher.match(Array(all[..<1_080]), registry: [], known: matcher.nothingKnown)
    for later in [all, Array(all[60...]), Array(all[..<800]), Array(all[1_040...])] {
      let scratch = matcher.match(later, registry: [], known: matcher.nothingKnown)
      let added = matcher.match(later, registry: [], known: first.known)
      #expect(texts(added) == texts(scratch))
      #expect(added.known == scratch.known)
      #expect(added.comparedPairs < scratch.comparedPairs)
    }
  }

  @Test
  func `a run over the same names compares none, and one more name is compared with few`() {
    let all = mentions(1_000, seed: 7)
    let known = matcher.match(all, registry: [], known: matcher.nothingKnown).known
    #expect(matcher.match(all, registry: [], known: known).comparedPairs == 0)
    let more = all + [PayeeMention("Quillfern Domiciliary Care Ltd")]
    #expect(matcher.match(more, registry: [], known: known).comparedPairs < 200)
  }

  // 61 names share a block that is too large; with one name less the others are compared.
  @Test
  func `blocks that become too large, or small enough, make no difference`() {
    let near = (0..<70).map { PayeeMention("Quillfern Block \($0) Services") }
    let runs = [near, Array(near[..<55]), Array(near[5...65]), near.reversed(), Array(near[..<3])]
    var known: KnownNames? = matcher.nothingKnown
    for run in runs {
      let scratch = matcher.match(run, registry: [], known: matcher.nothingKnown)
      let later = matcher.match(run, registry: [], known: known)
      #expect(texts(later) == texts(scratch) && later.known == scratch.known)
      known = later.known
    }
  }

  @Test(arguments: 1...3)
  func `the number of threads does not matter`(threads: Int) {
    let all = mentions(2_500, seed: 11)
    let one = matcher.match(all, registry: [], known: matcher.nothingKnown, threads: 1)
    let several = matcher.match(all, registry: [], known: matcher.nothingKnown, threads: threads)
    #expect(texts(several) == texts(one) && several.known == one.known)
    #expect(several.comparedPairs == one.comparedPairs)
    let plain = matcher.match(all, registry: [], threads: threads)
    #expect(texts(plain) == texts(one) && plain.known == nil)
  }

  @Test
  func `other tables make what is known count for nothing`() {
    let all = mentions(500, seed: 3)
    let other = ProviderMatcher(
      words: ShippedWords.rows, decisions: [], organisations: [], rarity: WordRarity([]),
      model: ShippedWords.model)
    let known = other.match(all, registry: [], known: other.nothingKnown).known
    let scratch = matcher.match(all, registry: [], known: matcher.nothingKnown)
    let later = matcher.match(all, registry: [], known: known)
    #expect(texts(later) == texts(scratch) && later.known == scratch.known)
    #expect(later.comparedPairs == scratch.comparedPairs)
  }

  @Test
  func `a decision counts for names that are known`() {
    let all = [PayeeMention("Quillfern Care"), PayeeMention("Marrow Homes Ltd")]
    let known = matcher.match(all, registry: [], known: matcher.nothingKnown).known
    let decided = ShippedWords.matcher(
      decisions: [ProviderDecision(.same, "Quillfern Care", "Marrow Homes Ltd")])
    #expect(Set(decided.match(all, registry: [], known: known).providerIDs).count == 1)
  }

  @Test
  func `bytes that are cut off, changed or another program's are not read`() throws {
    let result = matcher.match(mentions(300, seed: 5), registry: [], known: matcher.nothingKnown)
    let known = try #require(result.known)
    let bytes = known.bytes(program: 4)
    #expect(KnownNames(bytes: bytes, program: 4) == known)
    #expect(KnownNames(bytes: bytes, program: 5) == nil)
    var numbers = SeededNumbers(seed: 21)
    for _ in 0..<40 {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      #expect(KnownNames(bytes: Array(bytes[..<place]), program: 4) == nil)
      var changed = bytes
      changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
      #expect(KnownNames(bytes: changed, program: 4) == nil)
    }
    #expect(KnownNames(bytes: bytes + [0], program: 4) == nil)
  }

  @Test
  func `no individual's name is kept`() throws {
    let people = MadeUpPeople.names.map { PayeeMention($0) }
    let withheld = people.filter { ShippedWords.reader.read($0.supplier.name).kind == .individual }
    let result = matcher.match(withheld, registry: [], known: matcher.nothingKnown)
    let bytes = try #require(result.known).bytes(program: 1)
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    #expect(!withheld.isEmpty)
    for mention in withheld {
      for word in mention.supplier.name.lowercased().split(separator: " ") where word.count > 4 {
        #expect(!text.contains(word))
      }
    }
  }
}
