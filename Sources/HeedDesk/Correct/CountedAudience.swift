import HeedModel

extension Audience {
  /// Before whom a post stood, by what was counted of it; `nil` where nobody told how many follow us.
  ///
  /// Who passed it on is not kept, only how many follow them together at each sample: what came in between two samples is
  /// shared out over the shares that were heard then, or stands in their middle.
  init?(
    saidAt: Instant, answersOthers: Bool, counts: [PostCount], sharedAt: [Instant]
  ) {
    guard let followers = counts.lazy.compactMap(\.followers).first else { return nil }
    self.init(saidAt: saidAt, followers: followers, isReply: answersOthers)
    var known = 0
    var last = saidAt
    for count in counts {
      guard let now = count.sharerFollowers else { continue }
      let more = now - known
      if more > 0 {
        let heard = sharedAt.filter { $0 > last && $0 <= count.at }
        let middle = last + .milliseconds((count.at - last).milliseconds / 2)
        let times = heard.isEmpty ? [middle] : heard
        for (index, at) in times.enumerated() {
          // Whole people: the first ones take what does not divide.
          let part = more / times.count + (index < more % times.count ? 1 : 0)
          shares.append(Share(at: at, followers: part))
        }
        known = now
      }
      last = count.at
    }
  }
}
