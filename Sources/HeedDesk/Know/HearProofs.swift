import HeedModel
import HeedNetwork

extension Desk {
  /// Finds codes in what was heard, and leaves those posts out: who proves a handle says nothing that is to be answered
  /// or kept. Only where the network itself vouches for who speaks.
  func hearProofs(_ batches: [Batch], now: Instant, _ tx: any RecordWriting) throws -> [Batch] {
    guard try tx.hasProofs(now: now), let digests = try? digests(in: tx) else { return batches }
    return try batches.map { batch in
      guard networks[batch.source.network] is any VouchingForAuthors else { return batch }
      var batch = batch
      batch.read = try batch.read?.filter { event in
        guard case .post(let read) = event else { return true }
        return try !proves(read.remote, on: batch.source.network, now, digests, tx)
      }
      return batch
    }
  }

  /// Whether a post proves its author's handle to a browser that waits for it.
  func proves(
    _ post: RemotePost, on network: NetworkName, _ now: Instant, _ digests: Digests,
    _ tx: any RecordWriting
  ) throws -> Bool {
    let codes = ProofCode.said(in: post.text)
    guard !codes.isEmpty else { return false }
    let claims = [post.author.address, post.author.page ?? "", post.author.remoteID.rawValue]
      .map { digests.digest("claim", [ProofCode.claim($0)]) }
    let waiting = try tx.proofs(codes: codes.map { digests.digest("said", [$0]) }, now: now)
    // Whoever repeats somebody else's code proves nothing: it holds for the handle that was named, and no other.
    guard let proof = waiting.first(where: { claims.contains($0.claimDigest) }) else {
      return false
    }
    let known = try tx.handles(network, remoteIDs: [post.author.remoteID]).first
    guard known?.isOurs != true else { return false }
    return try tx.setProven(
      proof.id, way: .post, handles: [known?.id].compactMap { $0 },
      identities: [Digests.hex(digests.handle(network, post.author.remoteID))], at: now)
  }
}
