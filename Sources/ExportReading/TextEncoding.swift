/// What the bytes of an export are written in.
package enum TextEncoding: String, CaseIterable, Sendable {
  case ascii
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16-le"
  case utf16BigEndian = "utf-16-be"
  case windows1252 = "windows-1252"
  case codePage850 = "code-page-850"
  case macRoman = "mac-roman"
}
