import HeedNetwork

extension [RemoteEvent] {
  var posts: [RemotePost] {
    compactMap { if case .post(let post) = $0 { post } else { nil } }
  }
}
