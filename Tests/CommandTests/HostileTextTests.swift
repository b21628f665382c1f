import Foundation
import ImportTestSupport
import Testing

/// Text that would act on whoever reads it, in every place where a stranger may put text.
struct HostileTextTests {
  /// Terminal escapes, C1 controls, bidirectional and unseen characters, line ends, formulas, and
  /// what would end a cell or a string early.
  private static let payloads = [
    "\u{1B}[31mred", "\u{1B}[2J", "\u{1B}[1A\u{1B}[2K", "\u{1B}]0;title\u{7}",
    "\u{1B}]8;;http://example.org\u{1B}\\link", "\u{1B}]52;c;cm0=\u{7}", "\u{1B}P+q\u{1B}\\",
    "\u{1B}c", "\u{9B}31m", "\u{9D}0;title\u{9C}", "\u{90}q\u{9C}", "\u{85}next", "del\u{7F}",
    "bell\u{7}", "back\u{8}\u{8}", "over\rwrite", "tab\tbed", "\u{B}\u{C}down",
    "\u{202E}gnp.exe", "\u{202A}a\u{202C}", "\u{2066}a\u{2069}", "\u{200E}a\u{200F}",
    "\u{61C}a", "zero\u{200B}width", "\u{FEFF}mark", "a\u{2028}b\u{2029}c",
    "x\nfalse.csv:1: error: nothing is wrong", "\"quoted\"; \\u001b", "=1+1|'cmd'!A1", "-12.50",
  ]

  private static func cell(_ text: String) -> String {
    "\"\(text.replacing("\"", with: "\"\""))\""
  }

  /// Whether a text holds what acts on a terminal, other than line ends.
  private static func acts(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      guard scalar != "\n" else { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: return true
      default: return false
      }
    }
  }

  private static func objects(_ text: String) -> [[String: Any]?] {
    text.split(separator: "\n").map {
      (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
    }
  }

  @Test(arguments: payloads)
  func `header, value and file name act neither on a terminal nor in JSON nor in CSV`(
    payload: String
  ) async throws {
    let workspace = try Workspace.withoutExports()
    let text = Self.cell(payload)
    let path = "data/exports/south-birmingham-pct/a\(payload.replacing("/", with: "_")).csv"
    try workspace.write(
      path, "Ref,Paid,\(text),Type,Payee,Value\n\(text),01/04/2009,\(text),\(text),\(text),-12.50\n"
    )

    let people = try await workspace.weir("check", path)
    #expect(people.status <= 2 && !Self.acts(people.output) && !Self.acts(people.errors))
    #expect(!people.lines.contains { $0.hasPrefix("false.csv") })

    let check = try await workspace.weir("check", "--json", path)
    #expect(!Self.acts(check.output) && !Self.acts(check.errors))
    let objects = Self.objects(check.output)
    #expect(objects.count == 1 && objects.first??["file"] as? String == path)

    let records = try await workspace.weir("records", path)
    #expect(!Self.acts(records.errors))
    // Bytes that no text has make it a binary file, which is refused by name.
    guard !records.errors.contains("[export-not-csv]") else { return }
    let rows = records.table.records
    #expect(rows.allSatisfy { $0.count == records.table.header.count })
    #expect(rows.contains { $0.last == "-12.50" && $0.first == payload })
  }

  @Test(arguments: payloads)
  func `names in mapping files and arguments act on nobody who reads the message`(payload: String)
    async throws
  {
    let workspace = try Workspace.withoutExports()
    for arguments in [
      ["providers", "explain", payload, "Yew Homes Ltd"], ["pools", "show", payload],
      ["check", "--\(payload)"],
    ] {
      let ending = try await WeirProgram.run(arguments, in: workspace.url)
      #expect(!Self.acts(ending.output) && !Self.acts(ending.errors), "\(arguments)")
      #expect(!(ending.lines).contains { $0.hasPrefix("false.csv") })
    }
    try workspace.write("mappings/providers/words.csv", "word,\(Self.cell(payload))\n")
    let run = try await workspace.weir("run")
    #expect(run.status == 3 && run.output == "" && !Self.acts(run.errors))
    #expect(run.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("mappings/") })
  }
}
