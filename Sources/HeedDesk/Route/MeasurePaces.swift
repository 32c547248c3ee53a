import HeedModel

extension Desk {
  static let mostAnswers = 20_000

  /// Measures how quickly people answer on each network, and we there. Where it turned out that their custom is quicker
  /// than ours, or no longer is, all who wait there are ordered anew.
  func measurePaces() async throws {
    let now = clock.now()
    let answers = try await record.read {
      try $0.firstAnswers(since: now - Pace.reach, limit: Self.mostAnswers)
    }
    let paces = Pace.measured(of: answers)
    let turned = try await record.write { tx in
      let before = Set(try tx.paces().filter(\.customIsQuicker).map(\.network))
      try tx.save(paces)
      return before.symmetricDifference(paces.filter(\.customIsQuicker).map(\.network)).sorted()
    }
    for network in turned {
      let waiting = try await record.read { try $0.waitingOn(network) }
      for start in stride(from: 0, to: waiting.count, by: 200) {
        try await record.write { [self] tx in
          let settings = try tx.settings()
          for conversation in waiting[start..<min(start + 200, waiting.count)] {
            try restand(conversation, settings: settings, now: now, tx)
          }
        }
      }
    }
  }
}
