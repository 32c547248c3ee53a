extension MessageWords {
  static let german = MessageWords(
    germanTalk, germanDelivery, germanWork, germanTeam, germanListen, germanFeeds, germanWire,
    germanMastodon, germanMastodonSignIn, germanBluesky, germanForums, germanGitHub, germanPractice,
    germanPracticeServer,
    germanQuery)
}
