import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

/// Real reply trees of threads-rumoureval, handles synthetic, against their gold. Some threads in each run, all 325 with
/// HEED_RUMOURS=all.
@Suite struct WeaveRumourTests {
  private struct Tree {
    var root: String
    /// Every node and its parent.
    var parents: [(node: String, parent: String?)]
  }

  private struct Post: Decodable {
    var time: Double
    var text: String
  }

  @Test func shuffledTreesComeBackAsTheirGold() async throws {
    guard let folder = Corpora.folder("threads-rumoureval", from: #filePath) else {
      print("Rumour trees not tested: the corpus threads-rumoureval is not there (HEED_CORPORA).")
      return
    }
    let isWhole = ProcessInfo.processInfo.environment["HEED_RUMOURS"] == "all"
    var woven = 0
    for set in ["traindev", "test"] {
      let (trees, posts) = try Self.read(folder.appending(path: set))
      for (number, tree) in trees.enumerated() where isWhole || number % 110 == 7 {
        try await check(tree, posts, seed: UInt64(number + 1))
        woven += 1
      }
    }
    print("Rumour trees: \(woven) woven in 20 orders each")
    #expect(woven > 0)
  }

  private func check(_ tree: Tree, _ posts: [String: Post], seed: UInt64) async throws {
    var chance = WeaveChance(seed: seed)
    let events = tree.parents.compactMap { node, parent -> RemoteEvent? in
      guard let post = posts[node] else { return nil }
      return .post(
        RemotePost(
          reference: RemoteReference(remoteID: RemoteID(node)),
          author: RemoteHandle(
            remoteID: RemoteID("by \(node)"), address: "@\(node)@there.example", name: node),
          publishedAt: Instant(milliseconds: Int64(post.time * 1_000)),
          parent: parent.map { RemoteID($0) }, text: RichText(plain: post.text)))
    }
    // A node without a post stands as a placeholder if somebody answered it, with nothing above it; a leaf without one
    // was never heard of. So the gold falls apart there, and only there.
    var gold: [String: String] = [:]
    for (node, parent) in tree.parents where posts[node] != nil {
      gold[node] = parent ?? ""
      if let parent, posts[parent] == nil { gold[parent] = "" }
    }
    for order in 0..<20 {
      let desk = try await WeaveDesk(seed: chance.next())
      var left = events.shuffled(using: &chance)[...]
      while !left.isEmpty {
        let batch = left.prefix(Int.random(in: 1...30, using: &chance))
        try await desk.hear(Array(batch))
        left = left.dropFirst(batch.count)
      }
      let threads = try await desk.threads(of: tree.parents.map { RemoteID($0.node) })
      #expect(threads.posts.mapValues(\.parent) == gold, "\(tree.root), order \(order)")
      for (node, post) in threads.posts where !post.parent.isEmpty {
        #expect(post.thread == threads.posts[post.parent]?.thread, "\(node), order \(order)")
      }
      let tops = gold.filter { $0.value.isEmpty }.count
      #expect(Set(threads.posts.values.map(\.thread)).count == tops, "\(tree.root), order \(order)")
    }
  }

  private static func read(_ folder: URL) throws -> ([Tree], [String: Post]) {
    let posts = try JSONDecoder().decode(
      [String: Post].self, from: Data(contentsOf: folder.appending(path: "posts.json")))
    let structures = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appending(path: "structures.json")))
    let roots = structures as? [String: Any] ?? [:]
    let trees = roots.keys.sorted().map { root -> Tree in
      var parents: [(node: String, parent: String?)] = []
      func walk(_ tree: Any?, _ parent: String?) {
        for (node, below) in (tree as? [String: Any] ?? [:]).sorted(by: { $0.key < $1.key }) {
          parents.append((node, parent))
          walk(below, node)
        }
      }
      walk(roots[root], nil)
      return Tree(root: root, parents: parents)
    }
    return (trees, posts)
  }
}
