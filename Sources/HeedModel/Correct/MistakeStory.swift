/// Where a mistake stands: the one place where that is made, from what happened.
public struct MistakeStory: Sendable, Hashable {
  public enum State: String, Sendable, CaseIterable {
    /// Nobody mended it yet.
    case open
    /// A fix is on its way.
    case underway
    /// The last fix did not go through.
    case failed
    case fixed
  }

  public var mistake: Mistake
  /// In the order begun.
  public var corrections: [Correction]
  public var reopenings: [MistakeReopening]
  public var state: State
  /// When it was first mended after it was last opened.
  public var fixedAt: Instant?
  /// The correction that mended it, or is about to.
  public var main: Correction?
  /// Corrections of its own place, begun after it was last opened.
  public var current: [Correction]

  /// - Parameters:
  ///   - corrections: of this mistake, in any order; those of other places where it stood count as elsewhere.
  ///   - reopenings: of this mistake, in any order.
  public init(_ mistake: Mistake, corrections: [Correction], reopenings: [MistakeReopening]) {
    self.mistake = mistake
    self.corrections = corrections.sorted { $0.id < $1.id }
    self.reopenings = reopenings.sorted { $0.id < $1.id }
    // Ids tell the order also of what happened in one moment.
    let opened = self.reopenings.last?.id.value ?? mistake.id.value
    let since = self.corrections.filter {
      $0.post == mistake.post && $0.page == mistake.page && $0.id.value > opened
    }
    current = since
    let done = since.compactMap { correction in correction.doneSince.map { (correction, $0) } }
      .min { $0.1 < $1.1 }
    fixedAt = done?.1
    main = done?.0 ?? since.last
    if done != nil {
      state = .fixed
    } else {
      switch main?.outcome {
      case .failed, .unsaid: state = .failed
      case .underway, .done: state = .underway
      case .takenBack, nil: state = .open
      }
    }
  }

  /// From the wrong words to when somebody noticed; never negative.
  public var noticedAfter: Duration? {
    mistake.saidAt.map { max(mistake.noticedAt - $0, .zero) }
  }

  /// From the notice to the fix.
  public var fixedAfter: Duration? { fixedAt.map { max($0 - mistake.noticedAt, .zero) } }

  /// From wrong to right.
  public var stood: Duration? {
    guard let fixedAt, let saidAt = mistake.saidAt else { return nil }
    return max(fixedAt - saidAt, .zero)
  }

  /// From wrong to right, as it was at a moment: what was opened again since had stood until then.
  public func stood(at moment: Instant) -> Duration? {
    guard let saidAt = mistake.saidAt,
      let right = turns.last(where: { $0.kind == .fixed && $0.at <= moment })
    else { return nil }
    return max(right.at - saidAt, .zero)
  }

  /// What happened to it, in order: noticed, mended, opened again, mended.
  public var turns: [MistakeTurn] {
    var turns = [MistakeTurn(.noticed, at: mistake.noticedAt)]
    var since = mistake.id.value
    for reopening in reopenings.map(Optional.some) + [nil] {
      let until = reopening?.id.value ?? .max
      let done = corrections.filter {
        $0.post == mistake.post && $0.page == mistake.page && $0.id.value > since
          && $0.id.value < until
      }.compactMap(\.doneSince).min()
      // What was done before it was opened again alone mended it before.
      if let done, reopening.map({ done <= $0.at }) ?? true {
        turns.append(MistakeTurn(.fixed, at: done))
      }
      if let reopening {
        turns.append(MistakeTurn(.reopened, at: reopening.at))
        since = reopening.id.value
      }
    }
    return turns
  }

  /// The deletion of a post of ours that nothing speaks of: it was not said yet, or it is open again since, for one because
  /// what said it is gone as well.
  public func unsaid(at post: ID<Post>?) -> Correction? {
    guard let last = corrections.last(where: { $0.post == post && $0.way == .delete }) else {
      return nil
    }
    if last.outcome == .unsaid { return last }
    return isOver(last) && last.doneAt != nil ? last : nil
  }

  /// Whether a correction of its own place was begun before it was last opened: it mends nothing any more.
  public func isOver(_ correction: Correction) -> Bool {
    correction.post == mistake.post && correction.page == mistake.page
      && !current.contains { $0.id == correction.id }
  }

  /// Whether what had mended it before it was opened again was a deletion that was said.
  public func wasTakenAway(before reopening: MistakeReopening) -> Bool {
    corrections.last {
      $0.post == mistake.post && $0.id.value < reopening.id.value && $0.doneSince != nil
    }?.way == .delete
  }

  /// Corrections of other places where the same was said.
  public var elsewhere: [Correction] {
    corrections.filter { $0.post != mistake.post || $0.page != mistake.page }
  }
}

/// One moment in the life of a mistake.
public struct MistakeTurn: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case noticed, fixed, reopened }

  public var kind: Kind
  public var at: Instant

  public init(_ kind: Kind, at: Instant) {
    self.kind = kind
    self.at = at
  }
}
