public import HeedModel
public import HeedNetwork

extension Desk {
  /// Takes in what came besides a pass of listening: pushed by a place, or asked for around one post. Where the source
  /// goes on stays as it is; bringing the same events again changes nothing.
  /// - Throws: `Problem(.notFound)` when the desk does not listen there any more.
  public func hear(_ events: [RemoteEvent], from id: ID<Source>) async throws {
    guard let source = try await record.read({ try $0.source(id) }), source.removedAt == nil else {
      throw Problem(.notFound, "The desk does not listen there any more.")
    }
    try await takeIn([Batch(source: source, heard: Heard(events: events), movesCursor: false)])
  }
}
