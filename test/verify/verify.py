"""A second verifier of result bundles: the standard library of Python alone, written from docs/verification.md.

    python3 verify.py bundle.json [--key KEY,KEY] [--cycle CYCLE] [--root ROOT]
    python3 verify.py --many bundles.jsonl        one bundle a line, one verdict a line
"""
import hashlib
import json
import math
import sys
from fractions import Fraction
from functools import lru_cache

# Ed25519 (RFC 8032), verification alone ------------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * I % P
    if (x * x - x2) % P:
        return None
    return P - x if x & 1 != sign else x


GY = 4 * pow(5, P - 2, P) % P
GX = recover_x(GY, 0)
G = (GX, GY, 1, GX * GY % P)


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = add(total, point)
        point = add(point, point)
        scalar >>= 1
    return total


def decompress(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


@lru_cache(maxsize=4096)
def ed25519_verify(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = multiply(s, G), add(r, multiply(k, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# Canonical JSON (RFC 8785), for whole numbers, which are all that a bundle has ----------------------------------------


class Wrong(Exception):
    pass


def canonical(value):
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    raise Wrong("a number that is not whole")


def bytes_of(value):
    return canonical(value).encode("utf-8", "surrogatepass")


def hash_of(value):
    return hashlib.sha256(bytes_of(value)).hexdigest()


def is_signed(value, signature, key):
    try:
        return ed25519_verify(bytes.fromhex(key), bytes_of(value), bytes.fromhex(signature))
    except ValueError:
        return False


# The tree (RFC 6962) ---------------------------------------------------------------------------------------------------


def leaf_hash(data):
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(hashes):
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    half = 1 << (len(hashes) - 1).bit_length() - 1
    return node_hash(root_of(hashes[:half]), root_of(hashes[half:]))


def is_included(leaf, index, size, path, root):
    if not 0 <= index < size:
        return False
    at, last, value = index, size - 1, leaf
    for step in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            value = node_hash(step, value)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            value = node_hash(value, step)
        at, last = at >> 1, last >> 1
    return last == 0 and value == root


def is_consistent(first, root1, second, root2, proof):
    if first < 1 or first > second:
        return False
    if first == second:
        return not proof and root1 == root2
    steps = ([root1] if first & (first - 1) == 0 else []) + proof
    if not steps:
        return False
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, step)
        at, last = at >> 1, last >> 1
    return last == 0 and old == root1 and new == root2


# The tally, made again from the sheets -----------------------------------------------------------------------------------


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def total(rubric, points):
    """Over the weights that were scored: a criterion that the judge abstained from is null, and no zero."""
    criteria = rubric["criteria"]
    scored = [one for one in criteria if points.get(one["key"]) is not None]
    weights = sum(one["weight"] for one in criteria), sum(one["weight"] for one in scored)
    return Fraction(weights[0] * sum(one["weight"] * points[one["key"]] for one in scored), weights[1])


def criterion_mean(name, rows):
    given = [Fraction(points[name]) for _, _, points in rows if points.get(name) is not None]
    return mean(given) if given else None


def shown(value):
    cents = (value * 200 + 1) // 2
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def connected(table):
    groups = [{judge for judge, _, _ in sheets} for sheets in table.values()]
    if not groups:
        return True
    reached, left = set(groups[0]), groups[1:]
    while True:
        near = [group for group in left if group & reached]
        if not near:
            return not left
        reached = reached.union(*near)
        left = [group for group in left if not group & reached]


def adjusted(table, ridge=2):
    """Minimises the squares of T - theta - beta with ridge on beta, by exact elimination."""
    judges = sorted({judge for sheets in table.values() for judge, _, _ in sheets})
    place = {judge: index for index, judge in enumerate(judges)}
    size = len(judges)
    rows = [[Fraction(0)] * (size + 1) for _ in judges]
    means = {entry: mean([t for _, t, _ in sheets]) for entry, sheets in table.items()}
    for index in range(size):
        rows[index][index] += ridge
    for entry, sheets in table.items():
        for judge, value, _ in sheets:
            row = rows[place[judge]]
            row[place[judge]] += 1
            row[size] += value - means[entry]
            for other, _, _ in sheets:
                row[place[other]] -= Fraction(1, len(sheets))
    for column in range(size):
        pivot = next(index for index in range(column, size) if rows[index][column])
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for index in range(size):
            if index != column and rows[index][column]:
                factor = rows[index][column]
                rows[index] = [a - factor * b for a, b in zip(rows[index], rows[column])]
    beta = {judge: rows[place[judge]][size] for judge in judges}
    return {e: means[e] - mean([beta[judge] for judge, _, _ in sheets]) for e, sheets in table.items()}


def borda(table):
    own = {}
    for sheets in table.values():
        for judge, value, _ in sheets:
            own.setdefault(judge, []).append(value)
    given = lambda judge, value: Fraction(
        2 * sum(1 for other in own[judge] if other < value) + sum(1 for other in own[judge] if other == value) - 1, 2
    )
    return {entry: mean([given(judge, value) for judge, value, _ in sheets]) for entry, sheets in table.items()}


def usable(method, table):
    counts = [len(sheets) for sheets in table.values()]
    if method == "judge-adjusted":
        return connected(table)
    if method == "trimmed":
        return all(count >= 5 and count == counts[0] for count in counts)
    if method == "ranks":
        judges = {judge for sheets in table.values() for judge, _, _ in sheets}
        return all(count == len(judges) for count in counts)
    return True


def scores_of(method, table):
    if method == "judge-adjusted":
        return adjusted(table)
    if method == "ranks":
        return borda(table)
    if method == "trimmed":
        return {e: mean([Fraction(t) for t in sorted(t for _, t, _ in sheets)[1:-1]]) for e, sheets in table.items()}
    return {entry: mean([Fraction(t) for _, t, _ in sheets]) for entry, sheets in table.items()}


def measure(rung, table):
    if rung["rung"] == "criterion":
        return lambda e: criterion_mean(rung["criterion"], table[e])
    if rung["rung"] == "first-places":
        best = {}
        for sheets in table.values():
            for judge, value, _ in sheets:
                best[judge] = max(best.get(judge, 0), value)
        return lambda e: sum(1 for judge, value, _ in table[e] if best[judge] == value)
    if rung["rung"] == "median-sheet":
        def median(e):
            values = sorted(value for _, value, _ in table[e])
            return Fraction(values[(len(values) - 1) // 2] + values[len(values) // 2], 2)
        return median
    return None


def parted(entries, value, rung, last):
    if any(value(entry) is None for entry in entries):
        return [(list(entries), last)]
    groups = []
    for entry in sorted(entries):
        same = next((group for group in groups if value(group[0]) == value(entry)), None)
        same.append(entry) if same is not None else groups.append([entry])
    groups.sort(key=lambda group: -value(group[0]))
    return [(group, last if index == len(groups) - 1 else rung) for index, group in enumerate(groups)]


def text_of(value):
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def tally(rules, entries, sheets, lowered):
    rubric, policy = rules["rubric"], rules["judging"]
    top = rubric["scale"]["max"]
    table = {entry: [] for entry in sorted(entries)}
    for sheet in sorted(sheets, key=lambda one: one["judge"]):
        table[sheet["entry"]].append((sheet["judge"], total(rubric, sheet["points"]), sheet["points"]))
    counted = {e: rows for e, rows in table.items() if len(rows) >= max(1, lowered.get(e, policy["minimumSheets"]))}
    method = policy["aggregation"] if usable(policy["aggregation"], counted) else "mean"
    scores = scores_of(method, counted)
    plain = {entry: mean([Fraction(t) for _, t, _ in rows]) for entry, rows in table.items() if rows}
    threshold = policy["threshold"]

    def passes(entry):
        held = plain[entry] if method == "ranks" else scores[entry]
        if threshold["score"] > 0 and held < threshold["score"] * top:
            return False
        name = threshold["criterion"]
        if name is None:
            return True
        reached = criterion_mean(name, table[entry])
        return reached is not None and reached >= threshold["criterionMean"]

    ranked = {entry: counted[entry] for entry in scores if passes(entry)}
    order = parted(list(ranked), scores.__getitem__, {"rung": "score"}, None) if ranked else []
    for rung in policy["tieLadder"]:
        value = measure(rung, ranked)
        if value is not None:
            order = [part for group, by in order for part in ([(group, by)] if len(group) == 1 else parted(group, value, rung, by))]
    places, rank = {}, 1
    for group, by in order:
        for entry in group:
            places[entry] = (rank, by)
        rank += len(group)
    results = {}
    for entry, rows in table.items():
        score, place = scores.get(entry), places.get(entry)
        results[entry] = {
            "sheets": len(rows),
            "mean": text_of(plain[entry]) if rows else None,
            "shownMean": shown(plain[entry] / top) if rows else None,
            "score": None if score is None else text_of(score),
            "shown": None if score is None else shown(score if method == "ranks" else score / top),
            "rank": place[0] if place else None,
            "unranked": None if place else "not-enough-sheets" if score is None else "below-threshold",
            "decidedBy": place[1] if place else None,
        }
    needs = sorted(sorted(group) for group, _ in order if len(group) > 1)
    return {"method": method, "soleNominee": len(table) == 1, "needsVote": needs}, results


# The steps -----------------------------------------------------------------------------------------------------------------


def pair(one):
    return (one["entry"], one["judge"])


def round_at(leaves):
    found = None
    for leaf in leaves:
        if leaf["kind"] == "panel":
            found = leaf["round"]
        if leaf["kind"] == "shortlist":
            found = leaf["next"]
    return found


def standing(leaves):
    now = round_at(leaves)
    sheets, removed = {}, set()
    for leaf in leaves:
        if leaf["kind"] == "entry-removed":
            removed.add(leaf["entry"])
        if "round" in leaf and leaf["round"] != now:
            continue
        if leaf["kind"] == "sheet":
            sheets[pair(leaf)] = leaf
        if leaf["kind"] in ("recusal", "reopened"):
            sheets.pop(pair(leaf), None)
    return {key: sheet for key, sheet in sheets.items() if key[0] not in removed}


def need(holds, says):
    if not holds:
        raise Wrong(says)


def scoring_rounds(rules):
    plain = [one if isinstance(one, dict) else {"key": one, "kind": "scoring"} for one in rules["judging"]["rounds"]]
    return [one for one in plain if one["kind"] == "scoring"]


def rules_of(rules, key):
    """The rubric and the policy of a round: where another follows, only what its own rule asks for is a threshold."""
    one = next((found for found in scoring_rounds(rules) if found["key"] == key), {})
    judging = {**rules["judging"], "minimumSheets": one.get("minimumSheets", rules["judging"]["minimumSheets"])}
    if "goesOn" in one:
        judging["threshold"] = {"score": one["goesOn"].get("threshold", 0), "criterion": None, "criterionMean": 0}
    return {"rubric": one.get("rubric", rules["rubric"]), "judging": judging}


def tallies(leaves):
    """Each sealed tally with what stood before it and its scores."""
    for at, sealed in enumerate(leaves):
        if sealed["kind"] != "tally":
            continue
        scores = {}
        for leaf in leaves[at + 1 :]:
            if leaf["kind"] != "score":
                break
            scores[leaf["entry"]] = leaf["result"]
        yield leaves[:at], sealed, scores


def recount(leaves, before, sealed, scores):
    sheets, aside = standing(before), {pair(one) for one in sealed["setAside"]}
    stood = sorted((*key, sheet["version"]) for key, sheet in sheets.items() if key not in aside)
    need(stood == sorted((*pair(one), one["version"]) for one in sealed["counted"]), "other sheets were counted")
    now = round_at(before)
    given = {pair(one) for leaf in before if leaf["kind"] == "assignment" and leaf["round"] == now for one in leaf["pairs"]}
    need(set(sheets) <= given, "a sheet was not assigned")
    counted = {pair(one) for one in sealed["counted"]}
    began = max((at for at, leaf in enumerate(before) if leaf["kind"] == "shortlist"), default=0)
    lowered = {leaf["entry"]: leaf["minimum"] for leaf in before[began:] if leaf["kind"] == "minimum-lowered"}
    used = [sheet for key, sheet in sheets.items() if key in counted]
    rest, results = tally(rules_of(leaves[0], now), list(scores), used, lowered)
    for entry, recorded in scores.items():
        again = {key: value for key, value in results[entry].items() if key in recorded}
        need(again == {key: recorded[key] for key in again}, f"the score of {entry} does not come out of the sheets")
    recorded = {**sealed["result"], "needsVote": sorted(sorted(group) for group in sealed["result"]["needsVote"])}
    need(all(recorded[key] == value for key, value in rest.items()), "the tally does not come out of the sheets")
    return len(counted)


def check_recount(leaves):
    """In each round the sheets that stood are those that were counted, and they give the same scores and places again."""
    rounds = list(tallies(leaves))
    if not rounds:
        return "decided on paper: nothing to recompute"
    counted = [recount(leaves, *one) for one in rounds]
    check_shortlists(leaves, rounds)
    return f"{sum(counted)} sheets give the same scores and places of {len(rounds[-1][2])} entries"


def proposed_by(rule, scores):
    ranked = sorted((result["rank"], entry) for entry, result in scores.items() if result["rank"] is not None)
    places = len(ranked)
    if "atMost" in rule:
        places = rule["atMost"]
    if "share" in rule:
        places = math.ceil(Fraction(rule["share"]) * len(scores))
    last = ranked[min(places, len(ranked)) - 1][0] if ranked else 0
    return sorted(entry for rank, entry in ranked if rank <= last)


def gone_in(leaves):
    return {leaf["entry"] for leaf in leaves if leaf["kind"] == "entry-removed"}


def check_shortlists(leaves, rounds):
    """Those went on whom the rule names, but for the departures that are recorded; and they were judged next."""
    keys = scoring_rounds(leaves[0])
    for at, leaf in enumerate(leaves):
        if leaf["kind"] != "shortlist":
            continue
        place = next(number for number, one in enumerate(keys) if one["key"] == leaf["round"])
        need(keys[place + 1]["key"] == leaf["next"], "another round follows than the rules say")
        judged = [one for one in rounds if round_at(one[0]) == leaf["round"]]
        need(len(judged) == 1, "a round was not judged")
        left = gone_in(leaves[:at])
        scores = {entry: result for entry, result in judged[0][2].items() if entry not in left}
        rule = proposed_by(keys[place]["goesOn"], scores)
        need(rule == sorted(leaf["proposed"]), "the rule names others to go on")
        earlier = any(one["kind"] == "shortlist" and one["round"] == leaf["round"] for one in leaves[:at])
        need(earlier == leaf.get("anew", False), "it is not said that who goes on was settled anew")
        begun = any(one["kind"] == "assignment" and one["round"] == leaf["next"] for one in leaves[:at])
        need(not begun, "it was settled anew after the next round had begun")
        told = sorted((one["entry"], one["goesOn"]) for one in leaf["departures"])
        differs = sorted((entry, entry in leaf["entries"]) for entry in set(leaf["entries"]) ^ set(rule))
        need(told == differs, "who went on departs from the rule without saying so")
        need(set(leaf["entries"]) <= set(scores), "an entry went on that was not judged")
        if any(one["kind"] == "shortlist" and one["round"] == leaf["round"] for one in leaves[at + 1 :]):
            continue
        for before, _, after in (one for one in rounds if round_at(one[0]) == leaf["next"]):
            need(set(after) == set(leaf["entries"]) - gone_in(before), "others were judged than went on")


def check(bundle, keys=None, cycle=None, root=None):
    yield "file", (need(bundle["format"] == "laureate-bundle/1", "another format"), bundle["audience"])[1]
    fields = {"format", "audience", "cycle", "group", "heads", "consistency", "leaves", "names", "key", "signature"}
    need(set(bundle) == fields, "other fields than a bundle has")
    content = {key: value for key, value in bundle.items() if key != "signature"}
    need(is_signed(content, bundle["signature"], bundle["key"]), "the file was changed after it was signed")
    yield "signature", "holds"
    heads, shown_leaves = bundle["heads"], bundle["leaves"]
    rows = [one["leaf"] for one in shown_leaves]
    parts = heads + [leaf for leaf in rows if leaf["kind"] == "rules"]
    need(all((one["cycle"], one["group"]) == (bundle["cycle"], bundle["group"]) for one in parts), "parts of another cycle")
    need(cycle is None or cycle == bundle["cycle"], "of another cycle than the one that is meant")
    yield "belongs", bundle["cycle"] + " " + bundle["group"]
    if keys is not None:
        need({bundle["key"], *(head["key"] for head in heads)} <= set(keys), "signed by another key")
        yield "key", "is the one that was given"
    for head in heads:
        facts = {key: value for key, value in head.items() if key not in ("key", "signature")}
        need(is_signed(facts, head["signature"], head["key"]), "a head is not signed")
    need(root is None or root in [head["root"] for head in heads], "no head has the root that was given")
    yield "heads", ", ".join(head["point"] for head in heads)
    last, whole = heads[-1], len(shown_leaves) == heads[-1]["size"]
    places = [one["index"] for one in shown_leaves]
    need(places == sorted(set(places)) and places[0] == 0 and places[-1] < last["size"], "leaves stand twice or out of order")
    need(whole or bundle["audience"] not in ("auditor", "country"), f"cut short: {len(rows)} of {last['size']} leaves")
    hashes = [leaf_hash(bytes_of({"leaf": one["leaf"], "salt": one["salt"]})) for one in shown_leaves]
    if whole:
        for head in heads:
            need(root_of(hashes[: head["size"]]).hex() == head["root"], "the leaves do not give the signed root")
    else:
        for one, value in zip(shown_leaves, hashes):
            path = [bytes.fromhex(step) for step in one["path"]]
            need(is_included(value, one["index"], last["size"], path, bytes.fromhex(last["root"])), "a leaf is not in the record")
    yield "leaves", f"{len(rows)} of {last['size']}"
    need(len(bundle["consistency"]) == len(heads) - 1, "the proof between two heads is missing")
    for before, after, proof in zip(heads, heads[1:], bundle["consistency"]):
        steps = [bytes.fromhex(step) for step in proof]
        roots = bytes.fromhex(before["root"]), bytes.fromhex(after["root"])
        need(is_consistent(before["size"], roots[0], after["size"], roots[1], steps), "the record did not only grow")
    yield "growth", "each head continues the one before"
    need(rows[0]["kind"] == "rules", "the rules are missing")
    if bundle["audience"] != "judge":
        seal = rows[-1]
        need(seal["kind"] == "seal" and seal["number"] == last["number"], "the seal is missing")
        need(seal["rules"] == hash_of(rows[0]), "the seal names other rules")
        decided = [leaf for leaf in rows if leaf["kind"] == "decision"][-1]
        need(decided["winners"] == seal["winners"], "what was signed is not what was decided")
    yield "order", "from the rules to the last leaf"
    if whole:
        yield "tally", check_recount(rows)
    bound = {one["entry"]: one["name"] for leaf in rows if leaf["kind"] == "panel" for one in leaf["entries"]}
    for one in bundle["names"]:
        need(hash_of([one["salt"], one["organisation"]]) == bound.get(one["entry"]), "a name is not the one in the record")
    yield "names", f"{len(bundle['names'])} are those of the record"


def verdict(text, say=lambda *_: None, **known):
    try:
        for step, found in check(json.loads(text), **known):
            say(step, found)
        return "ok"
    except json.JSONDecodeError:
        return "wrong: no JSON, or cut off"
    except Wrong as wrong:
        return f"wrong: {wrong}"
    except Exception as other:  # whatever a changed file leads to, it is no whole bundle
        return f"wrong: no whole bundle ({type(other).__name__})"


def main(words):
    if words[:1] == ["--many"]:
        with open(words[1], encoding="utf-8") as lines:
            for line in lines:
                print(verdict(line))
        return 0
    options = dict(zip(words[1::2], words[2::2]))
    known = {"cycle": options.get("--cycle"), "root": options.get("--root")}
    keys = options["--key"].split(",") if "--key" in options else None
    with open(words[0], encoding="utf-8") as file:
        found = verdict(file.read(), lambda step, says: print(f"{step}: {says}"), keys=keys, **known)
    print(found)
    return 0 if found == "ok" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
