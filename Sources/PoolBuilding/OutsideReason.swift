/// Why kept money is in no pool.
enum OutsideReason: CustomStringConvertible {
  /// A cost-code rule says that it has nothing to do with pools.
  case ignored(String)
  case unclaimed
  case claimedTwice
  case schemeClosed
  case yearUnknown
  case flowUnknown
  case capital
  /// Funding, such as client charges, that stands in an export of payments.
  case fundingAmongPayments
  case transferOutsidePools
  /// One end of a transfer whose payer and payee are one body.
  case paidToItself
  /// A contribution to, or from, a partner whose exports are not loaded.
  case counterpartOutside
  /// Money of two partners that share several agreements, of which none claims it.
  case agreementUncertain
  /// Funding whose publisher no agreement names; with the label of its flow.
  case fundingUnnamed(flow: String)
  /// Funding of a plan for an account of payments, or the other way round.
  case basisDiffers

  /// As the reports print it.
  var description: String {
    switch self {
    case .ignored(let reason): "ignored: \(reason)"
    case .unclaimed: "no agreement claims it"
    case .claimedTwice: "claimed by two pools"
    case .schemeClosed: "its rule names a scheme that is not open to its body, year or basis"
    case .yearUnknown: "its year is not known"
    case .flowUnknown: "its flow is in no table"
    case .capital: "capital is kept apart from revenue"
    case .fundingAmongPayments: "it is funding and stands among payments"
    case .transferOutsidePools: "transfer to a body outside every pool"
    case .paidToItself: "transfer of a body to itself, without its other end"
    case .counterpartOutside: "transfer with a partner whose exports are not loaded"
    case .agreementUncertain: "transfer between partners of two pools, claimed by neither"
    case .fundingUnnamed(let flow): "no agreement names this funding (\(flow))"
    case .basisDiffers: "its basis is not that of the agreement which names it"
    }
  }
}
