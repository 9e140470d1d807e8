import HTTP

/// A form that a page of ours sent.
struct Posted: Sendable {
    let request: Request
    let guest: Guest
    /// What was filled in, without what is secret: nothing of a page repeats those.
    let values: FormValues
    /// The access key, where one was pasted.
    let key: String?
    /// What proves that a page of this session sent it.
    let token: String?

    /// `nil` for a body that is no form.
    init?(_ request: Request, by guest: Guest) {
        guard let all = request.body.isEmpty ? .empty : FormValues(request) else { return nil }
        (self.request, self.guest) = (request, guest)
        (key, token) = (all["key"], all[FormSecret.field])
        values = all.without(["key", FormSecret.field])
    }

    /// Whether it was sent by a page of the session that is open. Who has none can do nothing in somebody's name.
    var isProven: Bool { guest.visit?.forms.matches(token) ?? true }
}
