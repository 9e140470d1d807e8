/// Something in a form that is not right: the field to go to, and what to do.
struct FormFault: Hashable, Sendable {
    /// The id of the field, or of the first of its choices.
    let field: String
    /// A sentence that says what to fill in; never what was.
    let text: String
}
