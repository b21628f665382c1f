// swift-tools-version: 6.2

import PackageDescription

// The targets stand in the order of the data's way: a module imports only modules above it.
let package = Package(
  name: "weir",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "PoolModel"),
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibPQ", providers: [.apt(["libpq-dev"])]),
    .target(name: "ExportReading", dependencies: ["PoolModel", "CLibCSV", "CZlib"]),
    .target(name: "TableFinding", dependencies: ["PoolModel", "ExportReading"]),
    .target(name: "MappingTables", dependencies: ["PoolModel", "ExportReading", "Yams"]),
    .target(
      name: "LineParsing",
      dependencies: ["PoolModel", "ExportReading", "TableFinding", "MappingTables"]),
    .target(
      name: "LayoutGuessing",
      dependencies: ["PoolModel", "ExportReading", "TableFinding", "MappingTables", "LineParsing"]),
    .target(name: "CodeMapping", dependencies: ["PoolModel", "ExportReading", "MappingTables"]),
    .target(name: "ProviderMatching", dependencies: ["PoolModel", "MappingTables"]),
    .target(name: "PoolBuilding", dependencies: ["PoolModel", "MappingTables"]),
    .target(name: "BudgetMigration", dependencies: ["PoolModel", "MappingTables"]),
    .target(name: "PostgresClient", dependencies: ["CLibPQ"]),
    .target(
      name: "PoolStore",
      dependencies: [
        "PoolModel", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "Publishing",
      dependencies: [
        "PoolModel", "PostgresClient", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(name: "QualityReporting", dependencies: ["PoolModel"]),
    .target(
      name: "Pipeline",
      dependencies: [
        "PoolModel", "ExportReading", "TableFinding", "MappingTables", "LineParsing",
        "LayoutGuessing", "CodeMapping", "ProviderMatching", "PoolBuilding", "BudgetMigration",
        "PoolStore", "Publishing", "QualityReporting",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(
      name: "weir",
      dependencies: [
        "PoolModel", "ExportReading", "TableFinding", "MappingTables", "LineParsing",
        "LayoutGuessing", "CodeMapping", "ProviderMatching", "PoolBuilding", "PoolStore",
        "Publishing", "QualityReporting", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["Manual"]),
    .executableTarget(
      name: "weir-bench",
      dependencies: [
        "PoolModel", "CLibCSV", "ExportReading", "TableFinding", "MappingTables", "LineParsing",
        "LayoutGuessing", "CodeMapping", "ProviderMatching", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "weir-fuzz",
      dependencies: [
        "PoolModel", "ExportReading", "TableFinding", "MappingTables", "LineParsing",
      ]),
    .target(
      name: "ImportTestSupport", dependencies: ["PoolModel"], path: "Tests/ImportTestSupport"),
    .testTarget(name: "PoolModelTests", dependencies: ["PoolModel", "ImportTestSupport"]),
    .testTarget(
      name: "ExportReadingTests",
      dependencies: [
        "PoolModel", "ExportReading", "CZlib", "weir-bench", "ImportTestSupport",
      ],
      exclude: ["robust-differences.csv"]),
    .testTarget(
      name: "MappingTablesTests", dependencies: ["PoolModel", "ExportReading", "MappingTables"]),
    .testTarget(
      name: "LineParsingTests",
      dependencies: [
        "PoolModel", "ExportReading", "TableFinding", "MappingTables", "LineParsing",
        "ImportTestSupport",
      ]),
    .testTarget(
      name: "TableFindingTests", dependencies: ["PoolModel", "ExportReading", "TableFinding"]),
    .testTarget(
      name: "LayoutGuessingTests",
      dependencies: [
        "PoolModel", "ExportReading", "TableFinding", "MappingTables", "LineParsing",
        "LayoutGuessing", "ImportTestSupport",
      ]),
    .testTarget(
      name: "CodeMappingTests",
      dependencies: ["PoolModel", "MappingTables", "CodeMapping", "ImportTestSupport"]),
    .testTarget(
      name: "ProviderMatchingTests",
      dependencies: [
        "PoolModel", "MappingTables", "ProviderMatching", "weir-bench", "ImportTestSupport",
      ]),
    .testTarget(
      name: "PoolBuildingTests",
      dependencies: ["PoolModel", "MappingTables", "PoolBuilding", "ImportTestSupport"]),
    .testTarget(
      name: "BudgetMigrationTests",
      dependencies: ["PoolModel", "MappingTables", "BudgetMigration", "ImportTestSupport"]),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "PoolModel", "Publishing", "ImportTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "PostgresTests",
      dependencies: ["PoolModel", "PostgresClient", "Publishing", "weir", "ImportTestSupport"]),
    .testTarget(
      name: "QualityReportingTests",
      dependencies: ["PoolModel", "QualityReporting", "ImportTestSupport"]),
    .testTarget(
      name: "PoolStoreTests",
      dependencies: ["PoolModel", "PoolStore", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "PoolModel", "MappingTables", "PoolStore", "Pipeline", "ImportTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(name: "FuzzSeedTests", dependencies: ["weir-fuzz"]),
    .testTarget(
      name: "ImportCaseTests", dependencies: ["PoolModel", "weir", "ImportTestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["PoolModel", "weir", "ImportTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
