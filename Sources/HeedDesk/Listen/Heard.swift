public import HeedModel

extension Desk {
  public func heard(_ filter: HeardFilter, _ page: PageRequest, for viewer: Viewer) async throws
    -> Page<PostRow>
  {
    try await record.read { try $0.heard(filter, page, for: viewer) }
  }

  /// How much public talk was heard: by the hour over two days, empty hours filled in.
  public func volume(_ filter: HeardFilter, hours: Int = 48, for viewer: Viewer) async throws
    -> [VolumePoint]
  {
    let hour: Int64 = 3_600_000
    let end = clock.now().milliseconds / hour
    let from = Instant(milliseconds: (end - Int64(hours) + 1) * hour)
    let found = try await record.read {
      // Which source brought a post is not counted by the hour.
      filter.source == nil
        ? try $0.tally(filter, from: from, bucket: .hours(1))
        : try $0.volume(filter, from: from, bucket: .hours(1), for: viewer)
    }
    let byHour = Dictionary(found.map { ($0.from, $0) }) { $1 }
    return (0..<hours).map { offset in
      let at = Instant(milliseconds: from.milliseconds + Int64(offset) * hour)
      return byHour[at] ?? VolumePoint(from: at, count: 0, negative: 0, positive: 0)
    }
  }
}
