public import HeedModel

extension AttentionRule {
  /// What was published about attention on a network, or judged from it where nothing was: `Docs/measures.md` has them in a
  /// table.
  public static func published(on network: NetworkName) -> AttentionRule {
    switch network.rawValue {
    case "mastodon": mastodon
    case "bluesky": bluesky
    case "discourse": forum
    default: timeline
    }
  }

  private static let share = Spread(0.01, 0.05, 0.12)
  private static let overlap = Spread(0.05, 0.2, 0.5)
  private static let replies = Spread(0.02, 0.1, 0.5)

  /// Places where posts come by in a timeline, and of which nothing of their own was published.
  private static let timeline = AttentionRule(
    share: share, halfLife: Spread(20, 80, 480), overlap: overlap, replies: replies,
    source:
      "Half-life: impressions of tweets have a median half-life of about 80 minutes (Pfeffer, Matter, Sargsyan, The Half-Life of a Tweet, ICWSM 2023); on one newsroom’s Mastodon account 74 in a hundred visits came on the first day, so up to 8 hours. Share: 1 to 5 in a hundred followers in published cases of 2014; what can be seen from outside says little about one post’s audience (Bernstein and others, Quantifying the Invisible Audience, CHI 2013), so the range is wide. Overlap and answers are the makers’ judgement."
  )

  /// Of t / (t + h), 74 in a hundred after a day and 88 after two give h = 8.4 and 6.5 hours; these are visits, which come
  /// later than looks. So likely is the geometric middle of that and of what holds for tweets.
  private static let mastodon = AttentionRule(
    share: share, halfLife: Spread(40, 200, 600), overlap: overlap, replies: replies,
    source:
      "Half-life: of the visits that one newsroom’s Mastodon account brought, 74 in a hundred came on the first day and 88 by the second, which is a half-life of some 8 hours; people look before they visit, and impressions of tweets have one of about 80 minutes (Pfeffer, Matter, Sargsyan, The Half-Life of a Tweet, ICWSM 2023), so likely lies between the two. Share: 1 to 5 in a hundred followers in published cases of Twitter, 2014; what can be seen from outside says little about one post’s audience (Bernstein and others, Quantifying the Invisible Audience, CHI 2013), so the range is wide. Overlap and answers are the makers’ judgement."
  )

  private static let bluesky = AttentionRule(
    share: share, halfLife: Spread(20, 80, 720), overlap: overlap, replies: replies,
    source:
      "Of Bluesky nothing published is known. Half-life: as of tweets, about 80 minutes (Pfeffer, Matter, Sargsyan, The Half-Life of a Tweet, ICWSM 2023), with a later end, for feeds that people choose show posts for longer. Share: 1 to 5 in a hundred followers in published cases of Twitter, 2014 (see also Bernstein and others, Quantifying the Invisible Audience, CHI 2013), so the range is wide. Overlap and answers are the makers’ judgement."
  )

  /// A forum tells no followers, so only how fast its readers come is asked of these numbers.
  private static let forum = AttentionRule(
    share: Spread(0.005, 0.05, 0.3), halfLife: Spread(120, 1440, 14_400), overlap: overlap,
    replies: Spread(0.5, 0.9, 1),
    source:
      "Nothing published is known. A forum counts its readers itself; how fast they come between two counts, and after the last, is the makers’ judgement."
  )
}
