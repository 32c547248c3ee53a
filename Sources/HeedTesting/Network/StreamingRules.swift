import HeedModel
import HeedNetwork
import Testing

extension NetworkConformance {
  static let streaming: [Rule] = [
    Rule(
      "a stream brings what is said, ends with an error when it is cut, and nothing is lost",
      needs: [.streaming]
    ) { far in
      guard let network = far.network as? any Streaming else { return }
      var source = try far.source
      source.cursor = try await far.hearAll(source).cursor
      async let outcome = listen(to: network.stream(of: source), until: "One for the stream.")
      try await far.streamIsOpen()
      let said = try await far.say("One for the stream.", inReplyTo: nil)
      let (events, error) = await outcome
      #expect(error == nil, "the stream ended before it brought anything")
      #expect(events.posts.contains { $0.reference.remoteID == said.remoteID })
      let again = try await far.hearAll(source)
      #expect(
        again.events.posts.contains { $0.reference.remoteID == said.remoteID },
        "the stream and the asking agree on ids")
    },
    Rule("a cut stream throws", needs: [.streaming]) { far in
      guard let network = far.network as? any Streaming else { return }
      let source = try far.source
      async let outcome = listen(to: network.stream(of: source), until: nil)
      try await far.streamIsOpen()
      try await far.cutStreams()
      let (_, error) = await outcome
      let failure = try #require(error as? NetworkError, "\(String(describing: error))")
      #expect(failure.kind == .temporary)
      far.checkSafe(failure)
    },
  ]

  /// Reads until a text comes by, or until the end.
  private static func listen(
    to stream: AsyncThrowingStream<Heard, any Error>, until text: String?
  ) async -> ([RemoteEvent], (any Error)?) {
    var events: [RemoteEvent] = []
    do {
      for try await heard in stream {
        events += heard.events
        if let text, heard.events.posts.contains(where: { $0.text.plain.contains(text) }) {
          return (events, nil)
        }
      }
      return (events, NotHere("the stream ended without an error"))
    } catch {
      return (events, error)
    }
  }
}
