import Matching
import Testing

@Suite("Joint placement: the solver")
struct JointSolverTests {
    /// Thousands of small cases of every kind: twins, families, together, apart, units beside beds.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func asGoodAsTryingEverything(_ block: UInt64) throws {
        for seed in block * 200..<block * 200 + 200 {
            let problem = JointProblem.random(seed)

            let solution = JointSolver.solve(problem, within: JointLimit())

            let value = try #require(problem.value(of: solution), "seed \(seed)")
            let best = problem.best
            #expect(value == best, "seed \(seed)")
            #expect(solution.isOptimal, "seed \(seed)")
        }
    }

    /// Cut off after any number of steps the answer is still a placement, and never called proven when it is not.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func cutOff(seed: UInt64) throws {
        let problem = JointProblem.random(seed)
        let best = problem.best
        for steps in [0, 1, 50, 400, 3_000] {
            let solution = JointSolver.solve(problem, within: JointLimit(steps: steps))

            let value = try #require(problem.value(of: solution), "\(steps) steps")
            #expect(!solution.isOptimal || value == best, "\(steps) steps")
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func fortyPeople(seed: UInt64) throws {
        let problem = JointProblem.crowd(seed, apart: 20)

        let solution = JointSolver.solve(problem, within: JointLimit())

        #expect(solution.isOptimal)
        #expect(problem.value(of: solution) != nil)
    }

    @Test func theClockStops() throws {
        let problem = JointProblem.crowd(1)
        let solution = JointSolver.solve(problem, within: JointLimit { true })

        #expect(!solution.isOptimal)
        #expect((problem.value(of: solution)?.people ?? 0) > 0)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func theSameQuestionHasTheSameAnswer(seed: UInt64) {
        let problem = JointProblem.random(seed)
        var turned = problem
        for index in turned.parties.indices { turned.parties[index].options.reverse() }

        let answers = [problem, problem, turned].map { JointSolver.solve($0, within: JointLimit()).options }

        #expect(answers[0] == answers[1])
        #expect(answers[0] == answers[2])
    }

    @Test func nobodyAndNothing() {
        let none = JointSolver.solve(JointProblem(parties: [], free: []), within: JointLimit())
        let alone = JointProblem(parties: [JointProblem.Party(people: 2, options: [])], free: [3])
        let left = JointSolver.solve(alone, within: JointLimit())

        #expect(none.options.isEmpty && none.isOptimal)
        #expect(left.options == [nil] && left.isOptimal)
    }
}
