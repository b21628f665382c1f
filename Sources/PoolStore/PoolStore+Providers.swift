import GRDB
package import PoolModel

/// A payee as one publisher spells it, with the money on it.
package struct StoredSupplier: Sendable {
  /// The id of the payee's row.
  package var id: Int64
  /// The publisher's slug.
  package var publisher: String
  /// The name with what was stated to identify it.
  package var mention: SupplierMention
  /// The provider's id as the last run gave it; nil before the first.
  package var provider: String?
  /// The payments and their sum.
  package var tally: RowTally
}

extension PoolStore {
  /// All payees that spending lines name, in order of publisher and spelling.
  package func suppliers() throws -> [StoredSupplier] {
    try queue.unsafeRead { database in
      let texts = try TupleRows.suppliers.all(database)
      let rows = try Row.fetchCursor(
        database,
        sql: """
          select supplier_id, provider, line_count, pence from (
            select supplier_id, sum(line_count) as line_count, sum(pence) as pence from fact
            where export_id in (select export_id from export where side = 'spending')
            group by supplier_id
          ) join supplier using (supplier_id)
          """)
      var found: [StoredSupplier] = []
      while let row = try rows.next() {
        guard let (publisher, texts) = texts[row[0]] else { continue }
        found.append(
          StoredSupplier(
            id: row[0], publisher: publisher, mention: SupplierMention(texts: texts),
            provider: row[1], tally: RowTally(rows: row[2], amount: Money(pence: row[3]))))
      }
      return found.sorted { left, right in
        left.publisher == right.publisher
          ? left.mention.texts.lexicographicallyPrecedes(right.mention.texts)
          : left.publisher < right.publisher
      }
    }
  }

  /// Notes which provider each payee is, and the providers themselves.
  package func setProviders(
    _ providers: [Provider], ofSuppliers assigned: [(supplier: Int64, provider: String)]
  ) throws {
    try queue.writeWithoutTransaction { database in
      let update = try database.cachedStatement(
        sql: "update supplier set provider = ? where supplier_id = ? and provider is not ?")
      for (supplier, provider) in assigned {
        try update.execute(arguments: [provider, supplier, provider])
      }
      try database.replaceRows(
        of: "provider", "insert into provider values (?, ?, ?, ?, ?, ?)", with: providers
      ) {
        [
          $0.id, $0.name, $0.kind.rawValue, $0.organisation, $0.family?.id, $0.family?.name,
        ]
      }
    }
  }

  /// The providers of the last run, in order of id.
  package func providers() throws -> [Provider] {
    try queue.unsafeRead { database in
      try Row.fetchAll(
        database,
        sql: """
          select provider, name, kind, organisation, family, family_name from provider
          order by provider
          """
      ).map { row in
        var provider = Provider(
          id: row[0], name: row[1], kind: ProviderKind(rawValue: row[2]) ?? .unknown,
          organisation: row[3])
        if let family = row[4] as String? {
          provider.family = ProviderFamily(id: family, name: row[5] ?? "")
        }
        return provider
      }
    }
  }
}
