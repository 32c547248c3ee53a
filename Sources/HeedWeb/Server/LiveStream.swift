import HTTPTypes
import HeedDesk
import HeedModel
import Hummingbird
import NIOCore
import ServiceLifecycle

extension WebServer {
  /// Server-sent events: the names of what changed, never anybody's words; pages fetch what they show anew.
  ///
  /// Ends with the session. Each breath of the feed asks the record whether that still holds, so that a page left open
  /// hears nothing for longer than a breath after its time is over. Ends with the desk too: a stream that waited for
  /// its reader would hold up a graceful stop for good.
  func stream(_ feed: AsyncStream<LiveNews>, _ call: Call, _ headers: HTTPFields) -> Response {
    var headers = headers
    Headers.set("X-Accel-Buffering", "no", &headers)
    Headers.secure(&headers, isSecure: call.isSecure, type: "text/event-stream")
    let body = ResponseBody { writer in
      try await writer.write(ByteBuffer(string: ": here\nretry: 3000\n\n"))
      for await news in feed.cancelOnGracefulShutdown() {
        let names = LiveNames.names(news).joined(separator: " ")
        guard !names.isEmpty else {
          guard try await stillHolds(call) else { break }
          try await writer.write(ByteBuffer(string: ": here\n\n"))
          continue
        }
        let id = news.events.last.map { "id: \($0.id)\n" } ?? ""
        try await writer.write(ByteBuffer(string: "\(id)event: changed\ndata: \(names)\n\n"))
        // The number beside the bell stands on every page: told with the news, no page has to be fetched for it.
        if news.events.contains(where: { $0.kind == .membersTold }), let told = try await told(call)
        {
          try await writer.write(ByteBuffer(string: "event: told\ndata: \(told)\n\n"))
        }
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: headers, body: body)
  }

  /// How much concerns the member who listens and was not looked at yet.
  private func told(_ call: Call) async throws -> Int? {
    guard let viewer = try? call.viewer else { return nil }
    return try await desk.unseenTellings(for: viewer)
  }

  /// Looks without counting as a visit: an open page alone must not keep a session alive for good.
  private func stillHolds(_ call: Call) async throws -> Bool {
    guard let session = call.session, let member = call.member else { return false }
    let now = desk.clock.now()
    return try await desk.record.read { tx in
      guard let kept = try tx.session(tokenHash: session.tokenHash),
        let present = try tx.member(member.id)
      else { return false }
      return kept.expiresAt > now && present.leftAt == nil && present.role == member.role
    }
  }
}

/// Which parts of pages news change.
enum LiveNames {
  /// Each once, in order.
  static func names(_ news: LiveNews) -> [String] {
    var all = Set(news.events.flatMap(names))
    for attended in news.attended {
      all.insert(LiveTopic.conversation(attended.conversation).name)
      if attended.writersChanged { all.insert(LiveTopic.today.name) }
    }
    return all.sorted()
  }

  static func names(_ event: Event) -> [String] {
    var names: [String] = []
    if let conversation = event.conversation {
      names += [LiveTopic.conversation(conversation).name, LiveTopic.today.name]
    }
    switch event.kind {
    case .postsHeard, .postEdited, .postRemoved, .readingCorrected, .readingUndone, .wordsExpired,
      .spikeRaised, .spikeClosed:
      names += [LiveTopic.heard.name, LiveTopic.today.name]
    case .sourceAdded, .sourceChanged, .sourceRemoved, .sourceFailed, .sourceRecovered,
      .accountAdded, .accountChanged, .accountRemoved:
      names.append(LiveTopic.sources.name)
    case .mistakeMarked, .mistakeReopened, .correctionBegun, .correctionMade, .correctionFailed:
      names.append(LiveTopic.mistakes.name)
    case .membersTold: names.append(LiveTopic.told.name)
    default: break
    }
    return names
  }
}
