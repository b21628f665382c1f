extension String {
  /// A name as SQL takes it, whatever words the language keeps for itself.
  var quotedForSQL: String { "\"\(replacing("\"", with: "\"\""))\"" }
}
