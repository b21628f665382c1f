import PoolModel

extension ReportJSON {
  static func term(_ term: PoolAgreement.Term) -> JSONText {
    .object(["term": .text(term.name), "text": .textOrNull(term.text)])
  }

  static func scheme(_ scheme: PoolAgreement.Scheme, lead: JSONText) -> JSONText {
    .object([
      "scheme": .text(scheme.scheme), "title": .text(scheme.title),
      "arrangement": .text(scheme.arrangement),
      "arrangement_name": .text(scheme.arrangementLabel), "lead": lead,
      "accounting_treatment": .textOrNull(scheme.accountingTreatment),
      "overspend": .textOrNull(scheme.overspend), "underspend": .textOrNull(scheme.underspend),
      "shares": .list(
        scheme.shares.map {
          .object([
            "partner": .text($0.partner),
            "percent": .text(Money(pence: Int64($0.hundredths)).decimal),
          ])
        }),
    ])
  }
}
