internal import PostgresClient

/// The schema that the published tables are in, and the steps that bring it to the columns of a package.
///
/// Each step is a row of its table `migration`, numbered, with the statements as they were executed. The
/// columns come from the package's own description, so that no migration can be forgotten.
struct PostgresSchema {
  let name: String
  let connection: PostgresConnection

  private func qualified(_ table: String) -> String {
    "\(name.quotedForPostgres).\(table.quotedForPostgres)"
  }

  /// Makes the schema and the tables that tell what is in it, where they are missing.
  func makeBookkeeping() throws {
    let found = try connection.execute("select 1 from pg_namespace where nspname = $1", [name])
    // Only where it is missing: who may publish need not be one who may make schemas.
    if found.count == 0 { try connection.execute("create schema \(name.quotedForPostgres)") }
    let table = try connection.execute("select to_regclass($1)", [qualified("migration")])
    guard table[0, 0] == nil else { return }
    try connection.execute(
      """
      create table \(qualified("migration")) (
        number integer primary key, applied_at timestamptz not null default now(),
        statements text not null
      )
      """)
    try note([
      "create table \(qualified("datapackage")) (run text not null, json text not null)",
      "comment on table \(qualified("datapackage")) is "
        + literal("The run that the tables are of, and their description after Frictionless."),
    ])
  }

  /// Brings the tables to the columns of a package.
  func bring(to tables: [PackageTable]) throws {
    let changes = try changes(to: tables)
    // Rows of the set before need not fit new columns.
    let present = try present()
    for table in tables where present[table.name] != nil {
      try connection.execute("delete from \(qualified(table.name))")
    }
    if !changes.isEmpty { try note(changes) }
  }

  /// Executes statements as the next migration.
  private func note(_ statements: [String]) throws {
    for statement in statements { try connection.execute(statement) }
    try connection.execute(
      """
      insert into \(qualified("migration")) (number, statements)
      select coalesce(max(number), 0) + 1, $1 from \(qualified("migration"))
      """, [statements.joined(separator: ";\n")])
  }

  /// A column as the database has it.
  private struct Column: Equatable {
    var name: String
    var type: String
    var isFilled: Bool
    var description: String
  }

  private struct Table {
    var description: String
    var columns: [Column] = []
    var primaryKey: [String]
  }

  /// The statements that bring the schema to the tables of a package; none where it is there.
  func changes(to tables: [PackageTable]) throws -> [String] {
    let present = try present()
    let gone = try publishedNames().filter { name in
      present[name] != nil && !tables.contains { $0.name == name }
    }
    return tables.flatMap { table in
      present[table.name].map { changes(from: $0, to: table) } ?? creation(of: table)
    } + gone.map { "drop table \(qualified($0))" }
  }

  private func creation(of table: PackageTable) -> [String] {
    let columns = table.columns.map(column)
    var parts = columns.map(definition)
    if !table.primaryKey.isEmpty { parts.append(key(of: table)) }
    return ["create table \(qualified(table.name)) (\(parts.joined(separator: ", ")))"]
      + [comment(on: table)] + columns.map { comment(on: $0, of: table) }
  }

  private func changes(from present: Table, to table: PackageTable) -> [String] {
    let wanted = table.columns.map(column)
    let before = Dictionary(
      present.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let dropped = present.columns.map(\.name).filter { name in
      !wanted.contains { $0.name == name && $0.type == before[name]?.type }
    }
    var changes = dropped.map { "drop column \($0.quotedForPostgres)" }
    var comments: [String] = []
    for column in wanted {
      let old = before[column.name].flatMap { $0.type == column.type ? $0 : nil }
      if old == nil {
        changes.append("add column \(definition(column))")
      } else if old?.isFilled != column.isFilled {
        changes.append(
          "alter column \(column.name.quotedForPostgres) "
            + (column.isFilled ? "set not null" : "drop not null"))
      }
      if old?.description != column.description { comments.append(comment(on: column, of: table)) }
    }
    // A key goes away with any of its columns.
    if present.primaryKey != table.primaryKey
      || !present.primaryKey.allSatisfy({ !dropped.contains($0) })
    {
      if !present.primaryKey.isEmpty {
        changes.insert("drop constraint \(keyName(of: table))", at: 0)
      }
      if !table.primaryKey.isEmpty { changes.append("add \(key(of: table))") }
    }
    if present.description != table.description { comments.append(comment(on: table)) }
    return changes.map { "alter table \(qualified(table.name)) \($0)" } + comments
  }

  private func column(_ column: PackageColumn) -> Column {
    let type =
      switch column.kind {
      case .text: "text"
      case .whole, .money: "bigint"
      case .decimal: "numeric"
      case .day: "date"
      }
    return Column(
      name: column.name, type: type, isFilled: column.isFilled, description: column.description)
  }

  private func definition(_ column: Column) -> String {
    "\(column.name.quotedForPostgres) \(column.type)\(column.isFilled ? " not null" : "")"
  }

  private func keyName(of table: PackageTable) -> String { "\(table.name)_pkey".quotedForPostgres }

  private func key(of table: PackageTable) -> String {
    let columns = table.primaryKey.map(\.quotedForPostgres).joined(separator: ", ")
    return "constraint \(keyName(of: table)) primary key (\(columns))"
  }

  private func comment(on table: PackageTable) -> String {
    "comment on table \(qualified(table.name)) is \(literal(table.description))"
  }

  private func comment(on column: Column, of table: PackageTable) -> String {
    "comment on column \(qualified(table.name)).\(column.name.quotedForPostgres) is "
      + literal(column.description)
  }

  private func literal(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

  /// The names of the tables that were published last.
  private func publishedNames() throws -> [String] {
    let rows = try connection.execute(
      """
      select replace(resource ->> 'name', '-', '_')
      from \(qualified("datapackage")), json_array_elements(json::json -> 'resources') as resource
      order by 1
      """)
    return (0..<rows.count).compactMap { rows[$0, 0] }
  }

  /// The tables of the schema as they are.
  private func present() throws -> [String: Table] {
    let columns = try connection.execute(
      """
      select t.relname, coalesce(obj_description(t.oid, 'pg_class'), ''), a.attname,
        format_type(a.atttypid, a.atttypmod), a.attnotnull,
        coalesce(col_description(t.oid, a.attnum), '')
      from pg_class t join pg_namespace n on n.oid = t.relnamespace
        join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = $1 and t.relkind = 'r' order by t.relname, a.attnum
      """, [name])
    let keys = try primaryKeys()
    var tables: [String: Table] = [:]
    for row in 0..<columns.count {
      let table = columns[row, 0] ?? ""
      let description = columns[row, 1] ?? ""
      tables[table, default: Table(description: description, primaryKey: keys[table] ?? [])]
        .columns.append(
          Column(
            name: columns[row, 2] ?? "", type: columns[row, 3] ?? "",
            isFilled: columns[row, 4] == "t", description: columns[row, 5] ?? ""))
    }
    return tables
  }

  private func primaryKeys() throws -> [String: [String]] {
    let rows = try connection.execute(
      """
      select t.relname, a.attname
      from pg_index i join pg_class t on t.oid = i.indrelid
        join pg_namespace n on n.oid = t.relnamespace
        cross join unnest(i.indkey::int2[]) with ordinality as place(number, position)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = place.number
      where n.nspname = $1 and i.indisprimary order by t.relname, place.position
      """, [name])
    var keys: [String: [String]] = [:]
    for row in 0..<rows.count { keys[rows[row, 0] ?? "", default: []].append(rows[row, 1] ?? "") }
    return keys
  }
}
