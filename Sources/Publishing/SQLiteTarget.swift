internal import GRDB

/// One file of SQLite with the published tables, which changes as a whole: it is written beside and
/// takes the old one's place in one step.
package struct SQLiteTarget: Sendable {
  /// Marks the file as one that Weir may replace; ASCII for `Weir`.
  private static let applicationID: Int32 = 0x5765_6972

  let path: String

  /// The file at `path`, whose folder exists.
  package init(path: String) { self.path = path }

  /// Writes the tables and puts the file in its place; a dry run stops before that.
  ///
  /// - Throws: where the system or SQLite refuses, or where something stands at the path that Weir did
  ///   not publish; the old file is then still there.
  package func publish(
    _ package: PublishedPackage, isDryRun: Bool = false
  ) throws -> PoolsFolder.Outcome {
    try refuseForeignFile()
    try FolderContent(newPath).remove()
    defer { try? FolderContent(newPath).remove() }
    try write(package)
    if try holdsAlready() { return .unchanged }
    if isDryRun { return .published }
    try OpenFile(reading: newPath).synchronise()
    try FolderContent.rename(newPath, to: path)
    try FolderContent(folder).synchronise()
    return .published
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private var newPath: String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return "\(folder)/.\(name).new"
  }

  private func holdsAlready() throws -> Bool {
    guard try FolderContent(path).kind() == .file else { return false }
    return try OpenFile(reading: path).holds(try OpenFile(reading: newPath).contents())
  }

  /// The store of a workspace is a file of SQLite too, and must not be lost to a slip of the pen.
  private func refuseForeignFile() throws {
    switch try FolderContent(path).kind() {
    case .absent: return
    case .folder, .link:
      throw PoolsFolderError(refusing: "replace", path, because: "it is not a file")
    case .file: break
    }
    let header = try OpenFile(reading: path).contents(upTo: 100).prefix(100)
    let place = 68..<72  // Of the application id, after SQLite's description of its file format.
    let mark = header.count == 100 ? header[place].reduce(0) { $0 << 8 | Int32($1) } : 0
    guard mark == SQLiteTarget.applicationID else {
      throw PoolsFolderError(
        refusing: "replace", path, because: "it is not a file that weir publish wrote")
    }
  }

  private func write(_ package: PublishedPackage) throws {
    // Made here, so that whoever may read `data/pools/` may read it, whatever SQLite's own habit is.
    do { _ = try OpenFile(creating: newPath) }
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // Nobody else sees the file before it is whole, so that it needs no journal.
      try database.execute(sql: "pragma journal_mode = off")
      try database.execute(sql: "pragma synchronous = off")
    }
    let queue = try DatabaseQueue(path: newPath, configuration: configuration)
    try queue.inTransaction { database in
      try database.execute(sql: "pragma application_id = \(SQLiteTarget.applicationID)")
      try database.execute(sql: "create table datapackage (run text not null, json text not null)")
      try database.execute(
        sql: "insert into datapackage (run, json) values (?, ?)",
        arguments: [package.run, package.manifest])
      for table in package.tables { try SQLiteTarget.write(table, database) }
      return .commit
    }
    try queue.close()
  }

  private static func write(_ table: PackageTable, _ database: Database) throws {
    var parts = table.columns.map { column in
      "\(column.name.quotedForSQL) \(type(of: column))\(column.isFilled ? " not null" : "")"
    }
    if !table.primaryKey.isEmpty {
      let key = table.primaryKey.map(\.quotedForSQL).joined(separator: ", ")
      parts.append("primary key (\(key))")
    }
    try database.execute(
      sql: "create table \(table.name.quotedForSQL) (\(parts.joined(separator: ", ")))")
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try database.makeStatement(
      sql: "insert into \(table.name.quotedForSQL) values (\(marks))")
    // The texts of numbers become numbers by the type of their column.
    try table.forEachRow { try insert.execute(arguments: StatementArguments($0)) }
  }

  /// Decimals stay texts: SQLite's own numbers would round them.
  private static func type(of column: PackageColumn) -> String {
    switch column.kind {
    case .whole, .money: "integer"
    case .text, .decimal, .day: "text"
    }
  }
}
