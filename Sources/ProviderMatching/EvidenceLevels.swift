/// How the comparison of two names came out: one level an aspect.
package struct EvidenceLevels: Hashable, Sendable {
  // Hundredths of a bit; thousandths for the share.
  static let agreementCuts: [Int32] = [300, 600, 900, 1200, 1500, 1800, 2200, 2700, 3400]
  static let shareCuts: [Int32] = [200, 350, 450, 550, 650, 750, 850, 950, 1000]

  private var levels = SIMD16<UInt8>()
  /// Whether a word had to be taken for a slip of the pen or for one cut off.
  var hasSlips = false

  /// The level of an aspect, as a place in its levels.
  package subscript(aspect: EvidenceAspect) -> Int {
    get { Int(levels[aspect.rawValue]) }
    set { levels[aspect.rawValue] = UInt8(truncatingIfNeeded: newValue) }
  }

  /// The level of the aspect with a raw value.
  func level(ofAspect place: Int) -> Int { Int(levels[place]) }

  /// Whether both names have the same words, none of them a slip or cut off.
  var isSpelledAlike: Bool {
    self[.richerRest] == 0 && !hasSlips
  }

  /// The place of a figure among the intervals between cuts.
  static func place(of figure: Int32, among cuts: [Int32]) -> Int {
    var place = 0
    while place < cuts.count, figure >= cuts[place] { place += 1 }
    return place
  }
}
