import Foundation
import HeedModel
import HeedNetwork
import Synchronization

extension WordPressDouble {
  func answer(_ request: WireRequest) -> WireResponse {
    let parts = request.address.split(separator: "?", maxSplits: 1)
    let query = Self.fields(parts.count > 1 ? parts[1] : "")
    guard parts[0].hasPrefix(Self.root) else { return page(request) }
    let path = parts[0].dropFirst(Self.root.count).split(separator: "/").dropFirst(2)
    let mayEnter = isSignedIn(request)
    // As WordPress 6.1 does: whoever comes with a wrong password is a stranger to it.
    let body =
      (try? JSONSerialization.jsonObject(with: Data(request.body))) as? [String: Any] ?? [:]
    switch (request.method, path.first, path.dropFirst().first.flatMap { Int($0) }) {
    case (.get, nil, _): return json(request, Self.rootDocument)
    case (.get, "users", _):
      return mayEnter ? json(request, me) : refuse(request, 401, "rest_not_logged_in")
    case (.get, "posts", let id?): return json(request, Self.post(id))
    case (.get, "comments", nil): return list(request, query, mayEnter)
    case (.get, "comments", let id?):
      guard let said = said(id), said.status == "approved" || sees(mayEnter) else {
        return refuse(request, 404, "rest_comment_invalid_id")
      }
      return json(request, comment(said, isEdit: false))
    case (.post, "comments", nil): return create(request, body, mayEnter)
    case (.post, "comments", let id?): return edit(request, id, body, mayEnter)
    case (.delete, "comments", let id?): return remove(request, id, mayEnter)
    default: return refuse(request, 404, "rest_no_route")
    }
  }

  private func said(_ id: Int) -> Said? { state.withLock { $0.said[id] } }
  private func sees(_ mayEnter: Bool) -> Bool { mayEnter && role == .editor }

  private func isSignedIn(_ request: WireRequest) -> Bool {
    let given = request.headers.first { $0.name == "authorization" }?.value.dropFirst(6)
    let key = given.flatMap { Data(base64Encoded: String($0)) }.map {
      String(decoding: $0, as: UTF8.self)
    }
    return state.withLock { state in key.map(state.passwords.contains) ?? false }
  }

  private func list(_ request: WireRequest, _ query: [String: String], _ mayEnter: Bool)
    -> WireResponse
  {
    let isEdit = query["context"] == "edit"
    if isEdit, !sees(mayEnter) {
      return refuse(request, mayEnter ? 403 : 401, "rest_forbidden_context")
    }
    let status = query["status"] ?? "approve"
    if query["status"] != nil, !mayEnter || role == .subscriber {
      return refuse(request, 401, "rest_forbidden_param")
    }
    var found = all.filter { said in
      switch status {
      case "all": said.status == "approved" || said.status == "hold"
      default: said.status == "approved"
      }
    }
    if let post = query["post"].flatMap({ Int($0) }) { found = found.filter { $0.post == post } }
    if let parent = query["parent"].flatMap({ Int($0) }) {
      found = found.filter { $0.parent == parent }
    }
    if let ids = query["include"]?.split(separator: ",").compactMap({ Int($0) }) {
      found = found.filter { ids.contains($0.id) }
    }
    if state.withLock({ $0.isEmpty }) { found = [] }
    if query["order"] != "asc" { found.reverse() }
    let total = found.count
    let size = query["per_page"].flatMap { Int($0) } ?? 10
    guard size <= 100 else { return refuse(request, 400, "rest_invalid_param") }
    found = Array(found.dropFirst(query["offset"].flatMap { Int($0) } ?? 0).prefix(size))
    var response = json(request, found.map { comment($0, isEdit: isEdit) })
    response.headers.append(("X-WP-Total", String(total)))
    return response
  }

  private func create(_ request: WireRequest, _ body: [String: Any], _ mayEnter: Bool)
    -> WireResponse
  {
    guard mayEnter else { return refuse(request, 401, "rest_comment_login_required") }
    guard let post = body["post"] as? Int, let content = body["content"] as? String,
      !content.isEmpty
    else { return refuse(request, 400, "rest_comment_content_invalid") }
    let parent = body["parent"] as? Int ?? 0
    if all.contains(where: {
      $0.author == Self.me && $0.post == post && $0.parent == parent && $0.content == content
    }) {
      return refuse(request, 409, "comment_duplicate")
    }
    let id = self.comment(
      content, by: "Corner Bikes", url: "", author: Self.me, post: post, parent: parent,
      status: role == .subscriber ? "hold" : "approved")
    var response = json(request, comment(said(id)!, isEdit: role == .editor))
    response.status = 201
    return response
  }

  private func edit(
    _ request: WireRequest, _ id: Int, _ body: [String: Any], _ mayEnter: Bool
  ) -> WireResponse {
    guard said(id) != nil else { return refuse(request, 404, "rest_comment_invalid_id") }
    guard sees(mayEnter) else {
      return refuse(request, mayEnter ? 403 : 401, "rest_cannot_edit")
    }
    change(id) { $0.content = body["content"] as? String ?? $0.content }
    return json(request, comment(said(id)!, isEdit: true))
  }

  private func remove(_ request: WireRequest, _ id: Int, _ mayEnter: Bool) -> WireResponse {
    guard said(id) != nil else { return refuse(request, 404, "rest_comment_invalid_id") }
    guard sees(mayEnter) else {
      return refuse(request, mayEnter ? 403 : 401, "rest_cannot_delete")
    }
    delete(id)
    return json(request, ["deleted": true])
  }

  private func page(_ request: WireRequest) -> WireResponse {
    WireResponse(
      status: 200,
      headers: [("Link", "<\(Self.root)>; rel=\"https://api.w.org/\"")],
      body: Array("<!doctype html><title>Corner Bikes</title>".utf8), address: request.address)
  }

  static func fields(_ query: Substring) -> [String: String] {
    Dictionary(
      query.split(separator: "&").compactMap { field -> (String, String)? in
        let pair = field.split(separator: "=", maxSplits: 1)
        guard let name = pair.first,
          let value = (pair.count > 1 ? String(pair[1]) : "").removingPercentEncoding
        else { return nil }
        return (String(name), value)
      }, uniquingKeysWith: { $1 })
  }
}
