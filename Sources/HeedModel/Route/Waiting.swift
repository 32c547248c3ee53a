/// Why somebody waits where they wait: each reason is said on the row and gives its head start.
public enum WaitingReason: String, Sendable, CaseIterable {
  case correctsUs, promiseDue, complaint, firstWords, quickCustom

  /// Minutes; the team may change them.
  public static let defaultHeadStarts: [WaitingReason: Int] = [
    .correctsUs: 120, .promiseDue: 120, .complaint: 60, .firstWords: 30, .quickCustom: 30,
  ]
}
