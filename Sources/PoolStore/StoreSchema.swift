import GRDB

/// The tables of the store, a star around `line`: narrow integer rows, each distinct text once.
enum StoreSchema {
  /// The migrations, in order; a store that is older is brought up when it is opened.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      for statement in tables { try database.execute(sql: statement) }
    }
    migrator.registerMigration("2") { database in
      for statement in providerHistory { try database.execute(sql: statement) }
    }
    migrator.registerMigration("3") { database in
      for statement in providerFamilies { try database.execute(sql: statement) }
    }
    migrator.registerMigration("decision-grounds") { database in
      for statement in decisionGrounds { try database.execute(sql: statement) }
    }
    migrator.registerMigration("line-references") { database in
      try database.execute(
        sql: "create table line_reference (line_id integer primary key, reference text not null)")
    }
    migrator.registerMigration("shared-descriptions") { database in
      try database.execute(
        sql: """
          create table shared_description (
            export_id integer not null, code_id integer not null, description text not null,
            line_count integer not null, primary key (export_id, code_id, description)
          ) without rowid
          """)
    }
    migrator.registerMigration("run-ledger") { database in
      for statement in runLedger { try database.execute(sql: statement) }
      for table in ExportTables.all { try ExportTables.makeFormer(table, database) }
    }
    migrator.registerMigration("line-counts") { database in
      try database.execute(
        sql: """
          create table line_count (
            export_id integer primary key, kept_rows integer not null, kept_pence integer not null,
            aside_rows integer not null, aside_pence integer not null
          )
          """)
      try ExportTables.makeFormer("line_count", database)
    }
    return migrator
  }

  /// The first line of an export has the id `export_id << lineBits`, so that a line's id tells its
  /// export and the lines of an export lie side by side.
  static let lineBits: Int64 = 32

  private static let tables = [
    """
    create table run (
      run_id text primary key, inputs text not null, mappings text not null,
      exit_code integer not null, sequence integer not null unique
    ) without rowid
    """,
    """
    create table export (
      export_id integer primary key, path text not null unique, publisher text not null,
      organisation text not null, sha256 text not null, mappings text not null,
      bytes integer not null, side text not null, basis text not null, layout text not null,
      header_line integer not null, data_rows integer not null, blank_rows integer not null,
      total_rows integer not null, non_data_rows integer not null,
      unparseable_rows integer not null, printed_total integer, first_day integer,
      last_day integer, read_rows integer not null, read_pence integer not null,
      read_fraction text not null, kept_rows integer not null, kept_pence integer not null,
      refused_rows integer not null, refused_pence integer not null,
      totals_rows integer not null, totals_pence integer not null,
      set_aside_rows integer not null, set_aside_pence integer not null, rounding text not null
    )
    """,
    "create table text (text_id integer primary key, text text not null unique)",
    """
    create table code (
      code_id integer primary key, publisher integer not null, cost_centre integer not null,
      subjective_code integer not null, expense_type integer not null, service integer not null,
      description integer not null, transaction_prefix integer not null,
      supplier integer not null,
      unique (publisher, cost_centre, subjective_code, expense_type, service, description,
        transaction_prefix, supplier)
    )
    """,
    """
    create table supplier (
      supplier_id integer primary key, publisher integer not null, name integer not null,
      local_id integer not null, company_number integer not null,
      charity_number integer not null, vat_number integer not null, postcode integer not null,
      creditor_type integer not null, provider text,
      unique (publisher, name, local_id, company_number, charity_number, vat_number, postcode,
        creditor_type)
    )
    """,
    """
    create table decision (
      decision_id integer primary key, rule text not null, coverage text not null,
      ignore_reason text not null, reverses_sign integer not null, parts text not null,
      unique (rule, coverage, ignore_reason, reverses_sign, parts)
    )
    """,
    """
    create table line (
      line_id integer primary key, physical_line integer not null, byte integer not null,
      pence integer not null, day integer, year integer, code_id integer not null,
      supplier_id integer not null, area integer, decision_id integer not null
    )
    """,
    """
    create table fact (
      export_id integer not null, decision_id integer not null, part integer not null,
      code_id integer not null, supplier_id integer not null, year integer not null,
      area integer not null, line_count integer not null, pence integer not null,
      first_line integer not null,
      primary key (export_id, decision_id, part, code_id, supplier_id, year, area)
    ) without rowid
    """,
    """
    create table area_status (
      export_id integer not null, area text not null, status text not null,
      states_amount integer not null, primary key (export_id, area, status, states_amount)
    ) without rowid
    """,
    """
    create table finding (
      finding_id integer primary key, export_id integer not null, code text not null,
      file text not null, line integer not null, byte integer not null, field integer,
      value text not null, at_stake integer, row_count integer not null, message text not null,
      remedy text not null
    )
    """,
    "create index finding_by_export on finding (export_id)",
    """
    create table provider (
      provider text primary key, name text not null, kind text not null
    ) without rowid
    """,
    """
    create table registry (
      publisher text not null, name text not null, identity text not null,
      provider text not null, primary key (publisher, name, identity, provider)
    ) without rowid
    """,
  ]

  /// What became of providers' ids, and which body of `organisations.csv` a provider is.
  private static let providerHistory = [
    "alter table registry add column former integer not null default 0",
    "alter table provider add column organisation text",
    """
    create table provider_change (
      run_number integer not null, provider text not null, change text not null,
      other text not null, run_id text not null, primary key (run_number, provider)
    ) without rowid
    """,
  ]

  /// Whether a decision is of a rule that has ended, and the rules that tie where none decides.
  private static let decisionGrounds = [
    "alter table decision rename to decision_before",
    """
    create table decision (
      decision_id integer primary key, rule text not null, coverage text not null,
      ignore_reason text not null, reverses_sign integer not null, parts text not null,
      straggler integer not null, tied text not null,
      unique (rule, coverage, ignore_reason, reverses_sign, parts, straggler, tied)
    )
    """,
    "insert into decision select *, 0, '' from decision_before",
    "drop table decision_before",
  ]

  /// Every run with what it did to which export and what it published of each pool; the money of
  /// each export by month; lines that a later export tells again.
  private static let runLedger = [
    "alter table run rename to run_before",
    """
    create table run (
      sequence integer primary key, run_id text not null, inputs text not null,
      mappings text not null, program text not null, as_at integer, exit_code integer not null,
      started text not null
    )
    """,
    """
    insert into run (sequence, run_id, inputs, mappings, program, exit_code, started)
    select sequence, run_id, inputs, mappings, '', exit_code, '' from run_before
    """,
    "drop table run_before",
    """
    create table run_event (
      sequence integer not null, path text not null, event text not null, publisher text not null,
      sha256 text not null, former_rows integer not null, former_pence integer not null,
      row_count integer not null, pence integer not null, primary key (sequence, path, event)
    ) without rowid
    """,
    """
    create table run_figure (
      sequence integer not null, pool text not null, side text not null, partner text not null,
      client_group text not null, care_setting text not null, line_count integer not null,
      pence integer not null,
      primary key (sequence, pool, side, partner, client_group, care_setting)
    ) without rowid
    """,
    "create table stage_key (stage text primary key, inputs text not null) without rowid",
    "alter table export add column taken_run integer not null default 0",
    """
    create table export_month (
      export_id integer not null, month integer not null, line_count integer not null,
      pence integer not null, primary key (export_id, month)
    ) without rowid
    """,
    "create table line_aside (line_id integer primary key, export_id integer not null)",
  ]

  /// The family above each provider, and the providers that were not made one.
  private static let providerFamilies = [
    "alter table provider add column family text",
    "alter table provider add column family_name text",
    """
    create table refused_merge (
      provider text not null, other text not null, name text not null, other_name text not null,
      reason text not null, score integer not null, at_stake integer not null,
      primary key (provider, other)
    ) without rowid
    """,
  ]
}
