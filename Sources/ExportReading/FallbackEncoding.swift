/// A single-byte encoding for lines that are not valid UTF-8.
package enum FallbackEncoding: String, CaseIterable, Sendable {
  case windows1252 = "windows-1252"
  case codePage850 = "code-page-850"
  case macRoman = "mac-roman"

  /// The 128 characters of the bytes 0x80 to 0xFF, in order.
  ///
  /// Bytes that Windows-1252 leaves open stand as the C1 control of the same number, as browsers
  /// read them.
  private var upperHalf: String {
    switch self {
    case .windows1252:
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
        + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
        + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
    case .codePage850:
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»"
        + "░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
        + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"
    case .macRoman:
      "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
        + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
    }
  }

  /// The character of each byte from 0x80 to 0xFF, by byte less 0x80.
  var characters: [Unicode.Scalar] { Array(upperHalf.unicodeScalars) }

  /// The UTF-8 bytes of each byte from 0x80 to 0xFF, by byte less 0x80.
  var utf8OfUpperHalf: [[UInt8]] {
    upperHalf.unicodeScalars.map { Array(String($0).utf8) }
  }
}
