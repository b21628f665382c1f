import MappingTables
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("care-seting", "care-setting"),
    ("Client-Group", "client-group"),
    ("clinet-group", "client-group"),
    ("agee-band", "age-band"),
    ("flwo", "flow"),
  ])
  func `a mistyped name is taken for the nearest known one`(typed: String, meant: String) {
    let known = ["client-group", "care-setting", "age-band", "flow"]
    #expect(NearestName.nearest(to: typed, in: known) == meant)
  }

  @Test func `a name that is near none is taken for none`() {
    #expect(NearestName.nearest(to: "postcode", in: ["flow", "share"]) == nil)
    #expect(NearestName.nearest(to: "", in: ["flow"]) == nil)
    #expect(NearestName.nearest(to: "flow", in: [String]()) == nil)
  }

  @Test func `of equally near names the first in the alphabet is taken`() {
    #expect(NearestName.nearest(to: "PCT-5M", in: ["PCT-5M9", "PCT-5M1"]) == "PCT-5M1")
    #expect(NearestName.nearest(to: "PCT-5M", in: ["PCT-5M1", "PCT-5M9"]) == "PCT-5M1")
  }
}
