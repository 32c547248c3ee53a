extension MessageWords {
  static let german = MessageWords(
    germanTalk, germanDelivery, germanWork, germanTeam, germanListen, germanFeeds, germanWire,
    germanMail, germanMastodon, germanMastodonSignIn, germanWeb, germanBluesky,
    germanBlueskyAccount, germanForums, germanGitHub, germanPractice,
    germanPracticeServer,
    germanQuery, germanTold)
}
