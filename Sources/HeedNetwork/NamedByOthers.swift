/// The way out for what strangers name: every request that goes through it is marked, so that none can be forgotten.
package struct NamedByOthers: Wire {
  private let wire: any Wire

  package init(_ wire: any Wire) { self.wire = wire }

  package func send(_ request: WireRequest) async throws -> WireResponse {
    try await wire.send(Self.marked(request))
  }

  package func events(_ request: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    wire.events(Self.marked(request))
  }

  package func messages(_ request: WireRequest) -> AsyncThrowingStream<String, any Error> {
    wire.messages(Self.marked(request))
  }

  private static func marked(_ request: WireRequest) -> WireRequest {
    var request = request
    request.isNamedByOthers = true
    return request
  }
}
