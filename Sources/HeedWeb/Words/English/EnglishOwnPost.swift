extension OwnPostWords {
  static let english = OwnPostWords(
    editTitle: "Change what you said",
    editLead: "The earlier wording stays on your record.",
    text: "Your words",
    change: "Change it there",
    deleteTitle: "Delete what you said?",
    deleteLead: { place in
      """
      It goes from \(place). Your record keeps that it was said, and by whom; to mend a \
      mistake, a correction is often kinder than silence.
      """
    },
    delete: { place in "Delete it from \(place)" })
}
