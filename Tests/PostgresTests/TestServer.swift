import Foundation
import ImportTestSupport
import PostgresClient
import Testing

/// The server that `make test-postgres` starts; these tests need it and no other.
enum TestServer {
  /// Key words of libpq for its socket and its superuser, as `host=/tmp/x port=5432 user=postgres`.
  static let address = ProcessInfo.processInfo.environment["WEIR_TEST_POSTGRES"]

  /// The certificate that it shows on 127.0.0.1, signed by itself.
  static var certificate: String {
    ProcessInfo.processInfo.environment["WEIR_TEST_POSTGRES_CERTIFICATE"] ?? ""
  }

  /// The port on 127.0.0.1 and of the socket.
  static var port: String {
    let word = (address ?? "").split(separator: " ").first { $0.hasPrefix("port=") } ?? ""
    return String(word.dropFirst("port=".count))
  }

  /// An empty database of its own for a test.
  static func makeDatabase() throws -> TestDatabase {
    let name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
    let server = try #require(address)
    let connection = try PostgresConnection(DatabaseAddress("postgresql:\(server) dbname=postgres"))
    try connection.execute("create database \(name)")
    return TestDatabase(name: name, server: server)
  }
}

/// A database that one test has to itself.
struct TestDatabase {
  let name: String
  let server: String

  /// The address as a user writes it; `user` in place of the superuser.
  func address(user: String? = nil) -> String {
    "postgresql:\(server) dbname=\(name)" + (user.map { " user=\($0)" } ?? "")
  }

  func connect(as user: String? = nil) throws -> PostgresConnection {
    try PostgresConnection(DatabaseAddress(address(user: user)))
  }

  /// Executes statements that `;` ends.
  func execute(_ script: String) throws {
    let connection = try connect()
    for statement in script.split(separator: ";") where statement.contains(where: \.isLetter) {
      try connection.execute(String(statement))
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// For suites that need the server of `make test-postgres`.
  static var needsServer: Self {
    .enabled(if: TestServer.address != nil, "make test-postgres starts the server")
  }
}
