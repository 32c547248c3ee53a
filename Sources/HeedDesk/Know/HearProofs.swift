import HeedModel
import HeedNetwork

extension Desk {
  /// Finds codes in what was heard, and leaves those posts out: who proves a handle says nothing that is to be answered
  /// or kept, nor does who proved it a moment ago by other ways. Only where the network itself vouches for who speaks.
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

  /// Whether a post says a code for its author's handle; a browser that waits for it has its proof by that. Also where it
  /// was proven already: what the desk looked at itself, a source may bring later.
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
    let own = waiting.filter { claims.contains($0.claimDigest) }
    guard !own.isEmpty else { return false }
    let known = try tx.handles(network, remoteIDs: [post.author.remoteID]).first
    guard known?.isOurs != true else { return false }
    if let proof = own.first(where: { $0.provenAt == nil }) {
      _ = try tx.setProven(
        proof.id, way: .post, handles: [known?.id].compactMap { $0 },
        identities: [Hex.text(digests.handle(network, post.author.remoteID))], at: now)
    }
    return true
  }
}
