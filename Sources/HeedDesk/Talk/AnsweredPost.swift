import HeedModel

extension [PostRow] {
  /// The first of some that were chosen to be answered, as far as it stands here and is theirs.
  func chosen(_ posts: [ID<Post>?]) -> PostRow? {
    posts.lazy.compactMap { id in first { $0.id == id && $0.post.isTheirWords } }.first
  }

  /// What is answered where nobody chose: what waits, else the last that they said.
  func toAnswer(in conversation: Conversation) -> PostRow? {
    first { $0.id == conversation.waitingPost } ?? last(where: \.post.isTheirWords)
  }
}
