import ArgumentParser
import ExportReading
import Foundation
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

struct DumpNamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "dump-names")
  @Argument var input: String
  func run() throws {
    let (mappings, _) = MappingCheck.read(Workspace(root: "/work/main"))
    let reader = NameReader(words: mappings.providerWords)
    guard let bytes = FileManager.default.contents(atPath: input) else { return }
    var records = TableReader.records(of: Array(bytes))[...]
    guard let header = records.popFirst() else { return }
    let place = header.cells.firstIndex(of: "name") ?? 0
    var out = ""
    for record in records {
      let name = record.cells[place]
      let person = reader.read(name).kind
      let read = reader.readOrganisation(name)
      let aliases = read.aliases.map { "\($0.role.rawValue):\($0.core.joined(separator: " "))" }
      out += [
        record.cells[0], name, read.core.joined(separator: " "), read.form?.rawValue ?? "",
        read.kind.rawValue, person.rawValue, aliases.joined(separator: "|"), read.acronym,
        read.brand, "\(read.flags.rawValue)",
      ].joined(separator: "\t") + "\n"
    }
    FileHandle.standardOutput.write(Data(out.utf8))
  }
}
