public import HeedModel

extension AttentionRule {
  /// What was published about attention, or judged from it where nothing was.
  public static func published(on network: NetworkName) -> AttentionRule {
    network == NetworkName("discourse") ? forum : timeline
  }

  /// Places where posts come by in a timeline.
  private static let timeline = AttentionRule(
    share: Spread(0.01, 0.05, 0.12), halfLife: Spread(20, 80, 480),
    overlap: Spread(0.05, 0.2, 0.5), replies: Spread(0.02, 0.1, 0.5),
    source:
      "Half-life: impressions of tweets have a median half-life of about 80 minutes (Pfeffer, Matter, Sargsyan, The Half-Life of a Tweet, ICWSM 2023); on one newsroom’s Mastodon account 74 in a hundred visits came on the first day, so up to 8 hours. Share: 1 to 5 in a hundred followers in published cases of 2014; what can be seen from outside says little about one post’s audience (Bernstein and others, Quantifying the Invisible Audience, CHI 2013), so the range is wide. Overlap and answers are the makers’ judgement."
  )

  /// A forum counts its readers itself; this holds until it was asked.
  private static let forum = AttentionRule(
    share: Spread(0.005, 0.05, 0.3), halfLife: Spread(120, 1440, 14_400),
    overlap: Spread(0.05, 0.2, 0.5), replies: Spread(0.5, 0.9, 1),
    source:
      "Nothing published is known. A forum counts its readers itself; these are the makers’ judgement, for the time before it was asked."
  )
}
