import TableFinding
import Testing

@Test func `A group heading is written with a hyphen`() {
  #expect(LineClass.groupHeading.rawValue == "group-heading")
}
