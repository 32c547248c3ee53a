extension MessageWords {
  static let arabic = MessageWords(
    arabicTalk, arabicDelivery, arabicWork, arabicListen, arabicMastodon, arabicPractice,
    arabicWire)
}
