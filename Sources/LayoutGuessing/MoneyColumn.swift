import ExportReading
import LineParsing
import MappingTables

/// A column of money: what it claims to be, and its first figures.
struct MoneyColumn {
  let place: Int
  let claim: RoleEvidence
  /// The pence of the first rows; nil where a cell is no amount.
  let pence: [Int64?]
  /// Whether every cell is blank or nothing.
  let isZero: Bool
  /// Whether all cells are digits alone, without a sign or a point.
  let isDigits: Bool

  var role: HeaderRole { claim.role }

  /// Whether the header is a known word, and not only holds one.
  var isNamed: Bool { claim.strength == .whole }

  /// Whether it may be the amount of a line, by its header or where no header says so.
  var mayBeAmount: Bool {
    [.netAmount, .amount, .grossAmount, .documentAmount].contains(role)
  }

  /// Whether words of its header say that it is no payment.
  var isNoPayment: Bool {
    role == .vatAmount || role == .otherMoney && claim.strength != .cells
  }
}

extension MoneyColumn {
  /// Whether a figure has pence.
  var hasPence: Bool { pence.contains { ($0 ?? 0) % 100 != 0 } }

  /// Whether all cells are numbers of one length, four digits or more.
  var looksLikeCodes: Bool {
    let lengths = Set(pence.compactMap { $0.map { "\($0 / 100)".utf8.count } })
    return isDigits && lengths.count == 1 && lengths.allSatisfy { $0 > 3 }
  }
}

extension RoleEvidence {
  /// Whether the role is one of columns that hold money.
  var isOfMoney: Bool {
    role.isSummed || role == .vatAmount || role == .otherMoney
  }
}

extension HeaderRole {
  /// Whether columns with the role may hold the amount of a line, or a part of it.
  var isSummed: Bool {
    switch self {
    case .netAmount, .amount, .grossAmount, .documentAmount, .debit, .credit: true
    default: false
    }
  }
}

/// Why a column of money is no amount of a line.
enum LeftOutReason: String {
  case noPayment = "its header says that it is no payment"
  case allZero = "all its cells are blank or nothing"
  case same = "its cells are those of the amount"
  case withTax = "it is the amount with tax"
  case document = "its header names the whole invoice or payment, and the amount stands beside it"
  case codes = "its cells are whole numbers of one length, as codes are"
  case transactionTotal = "it repeats the total of a transaction's lines"
  case runningTotal = "it is a running total"
  case rowSum = "it is the sum of the columns beside it"
  case debitLessCredit = "it is part of the amount, which is debit less credit"
  /// A person must be told.
  case unknown = "it holds money, and what it is is not known"
}

/// A column of money that is no amount of a line.
struct LeftOutMoney {
  let place: Int
  let reason: LeftOutReason
}
