internal import CLibPQ
internal import Glibc

/// Where a database of PostgreSQL is, as a user writes it.
///
/// A URI of libpq (`postgresql://host/database?sslmode=verify-full`), or `postgresql:` before libpq's key
/// words (`postgresql:service=pools`). What it leaves out is taken from libpq's own environment variables,
/// service file and password file. Settings of TLS are handed on as they are.
package struct DatabaseAddress: Sendable {
  /// The address for messages: every part but those that libpq marks as secret.
  package let name: String
  let connectionString: String
  /// What no message may hold.
  let secrets: [String]

  private static let prefix = "postgresql:"

  /// Whether a text means an address of a database.
  package static func isMeant(by text: String) -> Bool {
    text.hasPrefix(prefix) || text.hasPrefix("postgres:")
  }

  /// Reads an address.
  ///
  /// - Throws: where libpq does not understand it; what it holds is not told, for it may be a password.
  package init(_ text: String) throws(PostgresError) {
    let isURI = text.hasPrefix("postgresql://") || text.hasPrefix("postgres://")
    connectionString = isURI ? text : String(text.drop { $0 != ":" }.dropFirst())
    // Safe: libpq gives a list that ends with an entry without a key word, and which is freed here.
    guard let options = unsafe PQconninfoParse(connectionString, nil) else {
      throw PostgresError(
        sqlState: "",
        message: "the address of the database is no connection string of PostgreSQL; it is not "
          + "shown, as it may hold a password. Write postgresql://HOST/DATABASE or "
          + "postgresql:service=NAME")
    }
    defer { unsafe PQconninfoFree(options) }
    var shown: [String] = []
    var hidden: [String] = []
    var option = unsafe options
    while let word = unsafe option.pointee.keyword {
      if let value = unsafe option.pointee.val {
        let text = unsafe String(cString: value)
        if unsafe String(cString: option.pointee.dispchar) == "*" {
          hidden.append(text)
        } else {
          shown.append("\(unsafe String(cString: word))=\(text)")
        }
      }
      unsafe option += 1
    }
    name = DatabaseAddress.prefix + shown.joined(separator: " ")
    if let password = unsafe getenv("PGPASSWORD") {
      hidden.append(unsafe String(cString: password))
    }
    secrets = hidden.filter { !$0.isEmpty }
  }

  /// A text of libpq without what no message may hold.
  func withoutSecrets(_ text: String) -> String {
    secrets.reduce(text) { $0.replacing($1, with: "***") }
  }
}
