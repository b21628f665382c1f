import ExportReading
import PoolModel

/// What the rows below a row in doubt say of it, as far as its batch goes.
///
/// Only files that one thread reads are looked into so: the batches of larger ones depend on the
/// number of threads, and what is read must not.
extension LineParser {
  var mayLookBelow: Bool { summary.bytes <= RecordReader.mostBytesOfOneThread }

  /// How many rows below are looked at.
  private static let mostRowsBelow = 1000
  /// How many rows a block of sums has at the most.
  private static let longestBlock = 200

  /// Whether a row below states what only payments have, or an amount where nothing tells payments;
  /// true as well where the batch ends before the file may, and where no row below is looked at.
  mutating func hasPaymentsBelow(_ record: Int, _ batch: RecordBatch) -> Bool {
    guard mayLookBelow else { return true }
    if nextPayment <= record { nextPayment = payment(below: record, batch) }
    return nextPayment < .max
  }

  /// The place in the batch of the next payment; ``Int/max`` where none follows.
  private func payment(below record: Int, _ batch: RecordBatch) -> Int {
    for below in batch.records.indices.dropFirst(record + 1) {
      let place = batch.records[below]
      let cells = RecordCells(batch, place: place)
      guard classifier.rowClass(of: cells, place: place).mayBePayment else { continue }
      if !classifier.hasIdentity || classifier.isIdentified(cells) { return below }
    }
    return batch.records.count < RecordReader.batchSize ? .max : batch.records.count
  }

  /// Whether the rows below that lack what payments have are mostly sums of the rows above them: so
  /// the row itself is one too, though one row or two alone make its amount.
  func areSumsBelow(_ record: Int, _ batch: RecordBatch) -> Bool {
    guard mayLookBelow else { return false }
    var (sum, rows, sums, others) = (Int64(0), 0, 0, 0)
    for place in batch.records.dropFirst(record + 1).prefix(LineParser.mostRowsBelow) {
      let cells = RecordCells(batch, place: place)
      let rowClass = classifier.rowClass(of: cells, place: place)
      if rowClass == .blank || rowClass == .header { continue }
      guard let stated = statedSum(of: cells) else { continue }
      if rowClass == .payment {
        (sum, rows) = (sum &+ stated, rows + 1)
        continue
      }
      if stated != sum { others += 1 } else if rows >= 2 { sums += 1 }
      (sum, rows) = (0, 0)
      if sums == 3 { break }
    }
    return sums > others
  }

  /// Whether a row stands in a block that gives the sum of all payments once more, in parts: by
  /// directorate, for instance, below a blank row or among rows without a day.
  ///
  /// Where no row has a day or a number, the block may be what the money was spent on.
  mutating func isInBlock(
    _ rowClass: RowClass, _ cells: RecordCells, _ record: Int, _ batch: RecordBatch
  ) -> Bool {
    let isAfterBlank = self.isAfterBlank
    self.isAfterBlank = rowClass == .blank
    guard isPart(rowClass, cells) else { return false }
    if record < block.end { return true }
    guard mayLookBelow, classifier.hasIdentity, isAfterBlank || record >= block.lookedUntil else {
      return false
    }
    block = blockOfSums(from: record, batch)
    return record < block.end
  }

  private func isPart(_ rowClass: RowClass, _ cells: RecordCells) -> Bool {
    rowClass.mayBePayment && !classifier.isIdentified(cells)
  }

  /// Where a block that begins with a row ends; 0 where none does.
  private mutating func blockOfSums(
    from record: Int, _ batch: RecordBatch
  ) -> (end: Int, lookedUntil: Int) {
    var (sum, rows) = (Int64(0), 0)
    let last = min(batch.records.count, record + LineParser.longestBlock)
    guard totals.isSumOfSeveral else { return (0, 0) }
    for place in record..<last {
      let cells = RecordCells(batch, place: batch.records[place])
      let rowClass = classifier.rowClass(of: cells, place: batch.records[place])
      if rowClass == .note || rowClass == .payeeNote { continue }
      guard isPart(rowClass, cells), let stated = statedSum(of: cells) else { return (0, place) }
      (sum, rows) = (sum &+ stated, rows + 1)
      guard rows >= 2, totals.isSumOfAll(sum) else { continue }
      // Without a day or a number the same money may be paid twice.
      return hasPaymentsBelow(place, batch) ? (0, place + 1) : (place + 1, place + 1)
    }
    return (0, last)
  }
}
