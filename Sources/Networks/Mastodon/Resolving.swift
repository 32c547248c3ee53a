import HeedModel
import HeedNetwork

extension Intake {
  /// A post as this server has it: by the id that this server gave it, else by its name, which
  /// the server may have to fetch from elsewhere.
  /// - Returns: `nil` when the server does not have it and cannot get it.
  func find(_ reference: RemoteReference) async throws -> Status? {
    if let id = (LocalID(reference.local) ?? LocalID(home: reference.remoteID.rawValue))?.id(
      on: server)
    {
      do {
        let status: Status = try await client.get(Path.status(id)).value
        // Where ids change, an old one may stand for another post by now.
        if RemoteIDs.post(status, on: server) == reference.remoteID { return status }
      } catch let error as NetworkError where error.kind == .gone {
        if knowledge.idsStay { return nil }
      } catch let error as NetworkError where error.kind == .malformed {
        // Perhaps it can be found by its name.
      }
    }
    return try await search(reference)
  }

  /// Asks the server to look a post up by its address; one that it does not know it fetches
  /// (https://docs.joinmastodon.org/methods/search/).
  private func search(_ reference: RemoteReference) async throws -> Status? {
    let addresses = [reference.remoteID.rawValue, reference.address ?? ""]
    for address in addresses where address.hasPrefix("http") {
      let query = [("q", address), ("resolve", "true"), ("type", "statuses"), ("limit", "5")]
      for path in ["/api/v2/search", "/api/v1/search"] {
        do {
          let results: SearchResults = try await client.get(path, query, timeout: .seconds(60))
            .value
          let match = results.statuses.first {
            RemoteIDs.post($0, on: server) == reference.remoteID
          }
          if let match { return match }
          break
        } catch let error as NetworkError
          where [.gone, .unsupported, .refused, .malformed].contains(error.kind)
        {
          continue
        }
      }
    }
    return nil
  }
}
