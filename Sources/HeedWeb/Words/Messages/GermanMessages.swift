extension MessageWords {
  static let german = MessageWords(
    germanTalk, germanDelivery, germanWork, germanTeam, germanListen, germanFeeds, germanWire,
    germanMail, germanMastodon, germanMastodonSignIn, germanBluesky, germanPractice,
    germanPracticeServer,
    germanQuery)
}
