/// One area of a roll-up, such as a Better Care Fund area.
package struct PoolArea: Hashable, Sendable {
  /// As the export names it.
  package var name: String
  /// What the export says of its plan, such as `approved`.
  package var status: String
  /// Nil: no figure is stated, which is not zero.
  package var funding: Money?

  /// An area with what is known of it.
  package init(name: String, status: String, funding: Money?) {
    self.name = name
    self.status = status
    self.funding = funding
  }
}

/// One condition of an agreement, with its state in each area.
package struct PoolCondition: Hashable, Sendable {
  /// Its number in the agreement, from 1.
  package var number: Int
  /// The condition in the agreement's words.
  package var text: String
  /// Area and state (`met`, `not met`, `not stated`), in the agreement's order.
  package var states: [State]

  /// The state of a condition in one area.
  package struct State: Hashable, Sendable {
    /// As the export names it.
    package var area: String
    /// `met`, `not met` or `not stated`.
    package var state: String

    /// A state.
    package init(area: String, state: String) {
      self.area = area
      self.state = state
    }
  }

  /// A condition with its states.
  package init(number: Int, text: String, states: [State]) {
    self.number = number
    self.text = text
    self.states = states
  }
}
