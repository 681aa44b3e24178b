;; The hits of words in bytes, as far as the places around them tell. It lies in the memory of the segmenter, whose kernel cuts the
;; words. `kernel.ts` says what lies where; `counter.ts`, `trie.ts` and `word-window.ts` have the same in plain JavaScript.
(module
  (memory (import "env" "memory") 1)
  ;; Those of the segmenter's kernel.
  (import "env" "scan" (func $scan (param i32 i32 i32 i32) (result i32)))
  (import "env" "decideBehind" (func $decideBehind (param i32 i32 i32) (result i32)))
  ;; Of any text, closed; how many units there are.
  (import "env" "scanAny" (func $scanAny (param i32 i32 i32) (result i32)))
  (global $symbols (import "env" "symbols") i32)
  (global $children (import "env" "children") i32)
  (global $pattern (import "env" "pattern") i32)
  (global $kinds (import "env" "kinds") i32)
  ;; By code and mark, eight marks a code: what they are together.
  (global $composed (import "env" "composed") i32)
  (global $spellings (import "env" "spellings") i32)
  (global $codes (import "env" "codes") i32)
  (global $stretch (import "env" "stretch") i32)
  (global $starts (import "env" "starts") i32)
  (global $ends (import "env" "ends") i32)
  (global $looks (import "env" "looks") i32)
  (global $pairs (import "env" "pairs") i32)
  (global $joins (import "env" "joins") i32)
  (global $counts (import "env" "counts") i32)
  (global $outside (import "env" "outside") i32)
  (global $noGap (import "env" "noGap") i32)

  ;; The place at which `hits` stopped.
  (global $next (export "next") (mut i32) (i32.const 0))
  ;; The whole lines that are looked at.
  (global $from (mut i32) (i32.const 0))
  (global $to (mut i32) (i32.const 0))
  ;; Bytes of the code point that was read last.
  (global $step (mut i32) (i32.const 0))
  ;; Of the word that was followed last: behind its bytes, its node, and how many words of the trie end on the way.
  (global $stop (mut i32) (i32.const 0))
  (global $node (mut i32) (i32.const 0))
  (global $words (mut i32) (i32.const 0))
  (global $term (mut i32) (i32.const 0))
  ;; The units of the stretch, and the first and last that are decided.
  (global $units (mut i32) (i32.const 0))
  (global $first (mut i32) (i32.const 0))
  (global $last (mut i32) (i32.const 0))
  ;; Behind the codes of the stretch.
  (global $read (mut i32) (i32.const 0))

  (func $code (param $at i32) (result i32)
    (local $byte i32)
    (local.set $byte (i32.load8_u (local.get $at)))
    (if (i32.lt_u (local.get $byte) (i32.const 0x80))
      (then
        (global.set $step (i32.const 1))
        (return (local.get $byte))))
    (if (i32.lt_u (local.get $byte) (i32.const 0xe0))
      (then
        (global.set $step (i32.const 2))
        (return (i32.or
          (i32.shl (i32.and (local.get $byte) (i32.const 0x1f)) (i32.const 6))
          (i32.and (i32.load8_u offset=1 (local.get $at)) (i32.const 0x3f))))))
    (if (i32.lt_u (local.get $byte) (i32.const 0xf0))
      (then
        (global.set $step (i32.const 3))
        (return (i32.or
          (i32.or
            (i32.shl (i32.and (local.get $byte) (i32.const 0x0f)) (i32.const 12))
            (i32.shl (i32.and (i32.load8_u offset=1 (local.get $at)) (i32.const 0x3f)) (i32.const 6)))
          (i32.and (i32.load8_u offset=2 (local.get $at)) (i32.const 0x3f))))))
    (global.set $step (i32.const 4))
    (i32.const 0xfffd))

  (func $symbol (param $code i32) (result i32)
    (i32.load8_u (i32.add (global.get $symbols) (local.get $code))))

  ;; The symbol before `at`; 0 where the lines begin.
  (func $symbolBefore (param $at i32) (result i32)
    (local $i i32) (local $code i32)
    (local.set $i (i32.sub (local.get $at) (i32.const 1)))
    (if (i32.lt_u (local.get $i) (global.get $from)) (then (return (i32.const 0))))
    (block $lead
      (loop $back
        (br_if $lead (i32.le_u (local.get $i) (global.get $from)))
        (br_if $lead (i32.ne (i32.and (i32.load8_u (local.get $i)) (i32.const 0xc0)) (i32.const 0x80)))
        (br_if $lead (i32.ge_u (i32.sub (local.get $at) (local.get $i)) (i32.const 4)))
        (local.set $i (i32.sub (local.get $i) (i32.const 1)))
        (br $back)))
    (local.set $code (call $code (local.get $i)))
    (global.set $step (i32.sub (local.get $at) (local.get $i)))
    (call $symbol (local.get $code)))

  ;; Where the word begins of which the first `letters` symbols stand before `at`; 0 when they do not.
  (func $wordStart (param $at i32) (param $letters i32) (result i32)
    (local $wanted i32) (local $symbol i32)
    (block $done
      (loop $letter
        (br_if $done (i32.eqz (local.get $letters)))
        (local.set $letters (i32.sub (local.get $letters) (i32.const 1)))
        (local.set $wanted (i32.load8_u (i32.add (global.get $pattern) (local.get $letters))))
        (loop $marks
          (local.set $symbol (call $symbolBefore (local.get $at)))
          (if (i32.eq (local.get $symbol) (i32.const 1))
            (then
              (local.set $at (i32.sub (local.get $at) (global.get $step)))
              (br $marks))))
        (if (i32.ne (local.get $symbol) (local.get $wanted)) (then (return (i32.const 0))))
        (local.set $at (i32.sub (local.get $at) (global.get $step)))
        (br_if $letter (i32.ne (local.get $wanted) (i32.const 2)))
        (block $blanks
          (loop $blank
            (br_if $blanks (i32.gt_u (i32.sub (call $symbolBefore (local.get $at)) (i32.const 1)) (i32.const 1)))
            (local.set $at (i32.sub (local.get $at) (global.get $step)))
            (br $blank)))
        (br $letter)))
    (local.get $at))

  ;; Follows the trie from `at` on, and counts in `words` the nodes where words end; `stop` and `node` are those of the last.
  (func $follow (param $at i32)
    (local $i i32) (local $symbol i32) (local $node i32) (local $blank i32)
    (global.set $words (i32.const 0))
    (local.set $i (local.get $at))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (global.get $to)))
        (local.set $symbol (call $symbol (call $code (local.get $i))))
        (local.set $i (i32.add (local.get $i) (global.get $step)))
        (if (i32.eq (local.get $symbol) (i32.const 1))
          (then
            (br_if $done (i32.eq (local.get $i) (i32.add (local.get $at) (global.get $step))))
            (br $next)))
        (br_if $done (i32.eqz (local.get $symbol)))
        (if (i32.eq (local.get $symbol) (i32.const 2))
          (then
            (br_if $next (local.get $blank))
            (local.set $blank (i32.const 1)))
          (else (local.set $blank (i32.const 0))))
        (local.set $node (i32.load (i32.add (global.get $children)
          (i32.shl (i32.add (local.get $node) (local.get $symbol)) (i32.const 2)))))
        (br_if $done (i32.eqz (local.get $node)))
        (br_if $next (i32.eqz (i32.and (local.get $node) (i32.const 0x40000000))))
        (local.set $node (i32.and (local.get $node) (i32.const 0x3fffffff)))
        (global.set $words (i32.add (global.get $words) (i32.const 1)))
        (global.set $stop (local.get $i))
        (global.set $node (local.get $node))
        (br $next))))

  ;; Whether a byte is ASCII, and neither a letter nor a digit.
  (func $isPlain (param $byte i32) (result i32)
    (i32.and
      (i32.and
        (i32.lt_u (local.get $byte) (i32.const 0x80))
        (i32.ge_u (i32.sub (local.get $byte) (i32.const 0x30)) (i32.const 10)))
      (i32.ge_u (i32.sub (i32.or (local.get $byte) (i32.const 0x20)) (i32.const 97)) (i32.const 26))))

  ;; What is known of the spelling at `[at, stop)`: the number of its term, -1 when it is of none, -2 when it was never seen, -3 when it
  ;; is too long to be known, or of several terms.
  (func $spelling (param $at i32) (result i32)
    (local $length i32) (local $hash i32) (local $i i32) (local $slot i32) (local $entry i32)
    (local.set $length (i32.sub (global.get $stop) (local.get $at)))
    (if (i32.gt_u (local.get $length) (i32.const 52)) (then (return (i32.const -3))))
    (local.set $hash (local.get $length))
    (local.set $i (local.get $at))
    (loop $bytes
      (local.set $hash (i32.mul (i32.xor (local.get $hash) (i32.load8_u (local.get $i))) (i32.const 0x01000193)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $bytes (i32.lt_u (local.get $i) (global.get $stop))))
    (local.set $slot (local.get $hash))
    (loop $probe
      (local.set $entry (i32.add (global.get $spellings) (i32.shl (i32.and (local.get $slot) (i32.const 0xfff)) (i32.const 6))))
      (if (i32.eqz (i32.load offset=4 (local.get $entry))) (then (return (i32.const -2))))
      (block $other
        (br_if $other (i32.ne (i32.load (local.get $entry)) (local.get $hash)))
        (br_if $other (i32.ne (i32.load offset=4 (local.get $entry)) (local.get $length)))
        (local.set $i (i32.const 0))
        (loop $bytes
          (br_if $other (i32.ne
            (i32.load8_u offset=12 (i32.add (local.get $entry) (local.get $i)))
            (i32.load8_u (i32.add (local.get $at) (local.get $i)))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $bytes (i32.lt_u (local.get $i) (local.get $length))))
        (return (i32.load offset=8 (local.get $entry))))
      (local.set $slot (i32.add (local.get $slot) (i32.const 1)))
      (br $probe))
    (unreachable))

  (func $isBlank (param $byte i32) (result i32)
    (i32.or
      (i32.eq (local.get $byte) (i32.const 0x20))
      (i32.and
        (i32.lt_u (i32.sub (local.get $byte) (i32.const 9)) (i32.const 5))
        (i32.ne (local.get $byte) (i32.const 10)))))

  (func $isSpace (param $byte i32) (result i32)
    (i32.or
      (i32.eq (local.get $byte) (i32.const 0x20))
      (i32.lt_u (i32.sub (local.get $byte) (i32.const 9)) (i32.const 5))))

  ;; Appends the normal text of bytes of which no more is asked than to put marks on their letters; 0 when it is.
  (func $read (param $at i32) (param $to i32) (result i32)
    (local $code i32) (local $out i32) (local $kind i32) (local $begin i32)
    (local.set $out (i32.add (global.get $codes) (i32.shl (global.get $read) (i32.const 1))))
    (local.set $begin (local.get $out))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $to)))
        (local.set $code (i32.load8_u (local.get $at)))
        (if (i32.lt_u (local.get $code) (i32.const 0x80))
          (then (local.set $at (i32.add (local.get $at) (i32.const 1))))
          (else
            (local.set $code (call $code (local.get $at)))
            (local.set $at (i32.add (local.get $at) (global.get $step)))))
        (local.set $kind (i32.load8_u (i32.add (global.get $kinds) (local.get $code))))
        (if (i32.and (local.get $kind) (i32.const 7))
          (then
            (if (i32.ne (i32.and (local.get $kind) (i32.const 7)) (i32.const 5)) (then (return (i32.const 0))))
            (if (i32.eq (local.get $out) (local.get $begin)) (then (return (i32.const 0))))
            (local.set $code (i32.load16_u (i32.sub (local.get $out) (i32.const 2))))
            (if (i32.ge_u (local.get $code) (i32.const 0x1f00)) (then (return (i32.const 0))))
            (local.set $code (i32.load16_u (i32.add (global.get $composed) (i32.or
              (i32.shl (local.get $code) (i32.const 4))
              (i32.shr_u (i32.and (local.get $kind) (i32.const 0x70)) (i32.const 3))))))
            (if (i32.eqz (local.get $code)) (then (return (i32.const 0))))
            (local.set $out (i32.sub (local.get $out) (i32.const 2)))))
        (i32.store16 (local.get $out) (local.get $code))
        (local.set $out (i32.add (local.get $out) (i32.const 2)))
        (br $next)))
    (global.set $read (i32.shr_u (i32.sub (local.get $out) (global.get $codes)) (i32.const 1)))
    (i32.const 1))

  ;; Where the `left`th piece before the one at `at` begins; 0 when it is far.
  (func $piecesBefore (param $at i32) (param $left i32) (result i32)
    (local $farthest i32) (local $byte i32)
    (local.set $farthest (select
      (i32.sub (local.get $at) (i32.const 512))
      (global.get $from)
      (i32.gt_s (i32.sub (local.get $at) (global.get $from)) (i32.const 512))))
    (loop $piece
      (block $begun
        (loop $letters
          (br_if $begun (i32.le_u (local.get $at) (local.get $farthest)))
          (local.set $byte (i32.load8_u (i32.sub (local.get $at) (i32.const 1))))
          (if (i32.le_u (local.get $byte) (i32.const 0x20)) (then (br_if $begun (call $isSpace (local.get $byte)))))
          (local.set $at (i32.sub (local.get $at) (i32.const 1)))
          (br $letters)))
      (if (i32.eqz (local.get $left)) (then (return (local.get $at))))
      (if (i32.eq (local.get $at) (global.get $from)) (then (return (local.get $at))))
      (if (i32.eq (i32.load8_u (i32.sub (local.get $at) (i32.const 1))) (i32.const 10)) (then (return (local.get $at))))
      (if (i32.eq (local.get $at) (local.get $farthest)) (then (return (i32.const 0))))
      (block $filled
        (loop $blanks
          (br_if $filled (i32.le_u (local.get $at) (local.get $farthest)))
          (br_if $filled (i32.eqz (call $isBlank (i32.load8_u (i32.sub (local.get $at) (i32.const 1))))))
          (local.set $at (i32.sub (local.get $at) (i32.const 1)))
          (br $blanks)))
      (local.set $left (i32.sub (local.get $left) (i32.const 1)))
      (br $piece))
    (unreachable))

  ;; The byte at `at`; a line end behind the last.
  (func $byte (param $at i32) (result i32)
    (if (result i32) (i32.lt_u (local.get $at) (global.get $to))
      (then (i32.load8_u (local.get $at)))
      (else (i32.const 10))))

  ;; Where the `left`th piece behind the one before `at` ends: at its line end, or at the space behind it; 0 when it is far.
  (func $piecesBehind (param $at i32) (param $left i32) (result i32)
    (local $farthest i32) (local $byte i32)
    (local.set $farthest (i32.add (local.get $at) (i32.const 512)))
    (loop $piece
      (loop $letters
        (if (i32.ge_u (local.get $at) (local.get $farthest)) (then (return (i32.const 0))))
        (local.set $byte (call $byte (local.get $at)))
        (if (if (result i32) (i32.gt_u (local.get $byte) (i32.const 0x20))
              (then (i32.const 1))
              (else (i32.eqz (call $isSpace (local.get $byte)))))
          (then
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $letters))))
      (if (i32.eq (call $byte (local.get $at)) (i32.const 10)) (then (return (local.get $at))))
      (if (i32.eqz (local.get $left)) (then (return (local.get $at))))
      (loop $blanks
        (if (call $isBlank (call $byte (local.get $at)))
          (then
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $blanks))))
      (local.set $left (i32.sub (local.get $left) (i32.const 1)))
      (br $piece))
    (unreachable))

  ;; The unit that ends behind `at` at the earliest.
  (func $unitAt (param $at i32) (result i32)
    (local $unit i32)
    (block $found
      (loop $next
        (br_if $found (i32.ge_u (local.get $unit) (global.get $units)))
        (br_if $found (i32.gt_s (i32.load (i32.add (global.get $ends) (i32.shl (local.get $unit) (i32.const 2)))) (local.get $at)))
        (local.set $unit (i32.add (local.get $unit) (i32.const 1)))
        (br $next)))
    (local.get $unit))

  (func $joined (param $unit i32) (result i32)
    (i32.load8_u (i32.add (global.get $joins) (local.get $unit))))

  ;; The unit at or behind the one before `end` that ends its word for certain; -1 when none is told.
  (func $lastUnit (param $unit i32) (param $closes i32) (result i32)
    (local $left i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $unit) (global.get $units)))
        (local.set $left (i32.sub (global.get $units) (local.get $unit)))
        (if (i32.eqz (local.get $closes))
          (then
            (br_if $done (i32.eq (local.get $left) (i32.const 1)))
            (if (i32.eq (local.get $left) (i32.const 2))
              (then (br_if $done (i32.ne
                (i32.load (i32.add (global.get $pairs) (i32.shl (local.get $unit) (i32.const 2))))
                (global.get $noGap)))))))
        (if (i32.eqz (call $joined (local.get $unit))) (then (return (local.get $unit))))
        (local.set $unit (i32.add (local.get $unit) (i32.const 1)))
        (br $next)))
    (i32.const -1))

  ;; Whether each unit of the word that holds `unit` begins with a capital: 0 or 1, or 2 when the line may be all capitals.
  (func $isName (param $unit i32) (result i32)
    (local $at i32)
    (block $begun
      (loop $back
        (br_if $begun (i32.le_s (local.get $unit) (global.get $first)))
        (br_if $begun (i32.eqz (call $joined (i32.sub (local.get $unit) (i32.const 1)))))
        (local.set $unit (i32.sub (local.get $unit) (i32.const 1)))
        (br $back)))
    (loop $next
      (if (i32.eqz (i32.and
            (i32.load8_u (i32.add (global.get $kinds) (i32.load16_u (i32.add (global.get $codes) (i32.shl
              (i32.load (i32.add (global.get $starts) (i32.shl (local.get $unit) (i32.const 2))))
              (i32.const 1))))))
            (i32.const 8)))
        (then (return (i32.const 0))))
      (if (call $joined (local.get $unit))
        (then
          (local.set $unit (i32.add (local.get $unit) (i32.const 1)))
          (br_if $next (i32.le_s (local.get $unit) (global.get $last))))))
    (local.set $at (global.get $stretch))
    (loop $codes
      (if (i32.lt_u
            (i32.sub (i32.load16_u (i32.add (global.get $codes) (i32.shl (local.get $at) (i32.const 1)))) (i32.const 97))
            (i32.const 26))
        (then (return (i32.const 1))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $codes (i32.lt_u (local.get $at) (global.get $read))))
    (i32.const 2))

  ;; Whether words begin at `at` and end at `stop`: 0 or 1, or 2 when that is not told by what stands around.
  (func $isWord (param $at i32) (result i32)
    (local $before i32) (local $behind i32) (local $look i32)
    (local.set $before (i32.const 2))
    (local.set $behind (i32.const 2))
    (loop $wider
      (local.set $look (call $isWordWithin (local.get $at) (local.get $before) (local.get $behind)))
      (if (i32.eq (local.get $look) (i32.const 3))
        (then
          (local.set $before (i32.shl (local.get $before) (i32.const 2)))
          (br $wider)))
      (if (i32.eq (local.get $look) (i32.const 4))
        (then
          (local.set $behind (i32.shl (local.get $behind) (i32.const 2)))
          (br $wider))))
    (local.get $look))

  ;; The same by so many pieces before and behind; 3 when it takes more before, 4 when it takes more behind.
  (func $isWordWithin (param $at i32) (param $before i32) (param $behind i32) (result i32)
    (local $opens i32) (local $closes i32) (local $start i32) (local $end i32)
    (local $limit i32) (local $unit i32) (local $name i32)
    (local.set $before (call $piecesBefore (local.get $at) (local.get $before)))
    (if (i32.eqz (local.get $before)) (then (return (i32.const 2))))
    (local.set $behind (call $piecesBehind (global.get $stop) (local.get $behind)))
    (if (i32.eqz (local.get $behind)) (then (return (i32.const 2))))
    (local.set $opens (i32.or
      (i32.eq (local.get $before) (global.get $from))
      (i32.eq (i32.load8_u (i32.sub (local.get $before) (i32.const 1))) (i32.const 10))))
    (local.set $closes (i32.eq (call $byte (local.get $behind)) (i32.const 10)))
    (if (local.get $closes)
      (then
        (local.set $behind (i32.sub (local.get $behind) (i32.and
          (i32.lt_u (local.get $behind) (global.get $to))
          (i32.eq (i32.load8_u (i32.sub (local.get $behind) (i32.const 1))) (i32.const 13))))))
      (else (local.set $behind (i32.add (local.get $behind) (i32.const 1)))))
    ;; The codes of the pieces.
    (global.set $read (global.get $stretch))
    (if (i32.eqz (call $read (local.get $before) (local.get $at))) (then (return (i32.const 2))))
    (local.set $start (global.get $read))
    (if (i32.eqz (call $read (local.get $at) (global.get $stop))) (then (return (i32.const 2))))
    (local.set $end (global.get $read))
    (if (i32.eqz (call $read (global.get $stop) (local.get $behind))) (then (return (i32.const 2))))
    (local.set $limit (global.get $read))
    ;; What stands behind them up to the next letter.
    (if (i32.eqz (local.get $closes))
      (then
        (local.set $unit (local.get $behind))
        (loop $blanks
          (if (i32.ge_u (local.get $unit) (i32.add (local.get $behind) (i32.const 512))) (then (return (i32.const 2))))
          (if (call $isBlank (call $byte (local.get $unit)))
            (then
              (local.set $unit (i32.add (local.get $unit) (i32.const 1)))
              (br $blanks))))
        (if (i32.ne (call $byte (local.get $unit)) (i32.const 10))
          (then
            (drop (call $code (local.get $unit)))
            (local.set $unit (i32.add (local.get $unit) (global.get $step)))))
        (if (i32.eqz (call $read (local.get $behind) (local.get $unit))) (then (return (i32.const 2))))
        (local.set $unit (global.get $read))
        (global.set $read (local.get $limit))
        (local.set $limit (local.get $unit))))
    (i32.store16 (i32.add (global.get $codes) (i32.shl (local.get $limit) (i32.const 1))) (i32.const 10))
    ;; Their units.
    (if (i32.lt_s
          (call $scan (global.get $stretch) (global.get $read) (i32.const 0) (i32.const 0x10000000))
          (global.get $read))
      (then (global.set $units (call $scanAny (global.get $stretch) (global.get $read) (local.get $limit))))
      (else
        (global.set $units (i32.load (global.get $counts)))
        (local.set $limit (i32.add (global.get $looks) (i32.shl (global.get $units) (i32.const 2))))
        (i32.store (local.get $limit) (global.get $outside))
        (i32.store offset=4 (local.get $limit) (global.get $outside))))
    (local.set $unit (call $unitAt (local.get $start)))
    (local.set $limit (i32.sub (global.get $units) (i32.const 2)))
    (global.set $first (call $decideBehind
      (select (local.get $unit) (local.get $limit) (i32.lt_s (local.get $unit) (local.get $limit)))
      (global.get $units)
      (local.get $opens)))
    (if (i32.lt_s (global.get $first) (i32.const 0)) (then (return (i32.const 3))))
    (local.set $limit (call $unitAt (i32.sub (local.get $end) (i32.const 1))))
    (global.set $last (call $lastUnit (local.get $limit) (local.get $closes)))
    (if (i32.lt_s (global.get $last) (i32.const 0)) (then (return (select (i32.const 2) (i32.const 4) (local.get $closes)))))
    ;; The borders.
    (if (i32.gt_s
          (i32.load (i32.add (global.get $starts) (i32.shl (local.get $unit) (i32.const 2))))
          (local.get $start))
      (then (return (i32.const 2))))
    (block $starts
      (if (i32.eq
            (i32.load (i32.add (global.get $starts) (i32.shl (local.get $unit) (i32.const 2))))
            (local.get $start))
        (then
          (br_if $starts (i32.le_s (local.get $unit) (global.get $first)))
          (br_if $starts (i32.eqz (call $joined (i32.sub (local.get $unit) (i32.const 1)))))))
      (if (i32.eq (local.get $start) (global.get $stretch)) (then (return (i32.const 2))))
      (if (i32.eqz (call $isSpace (i32.load16_u
            (i32.sub (i32.add (global.get $codes) (i32.shl (local.get $start) (i32.const 1))) (i32.const 2)))))
        (then (return (i32.const 0))))
      (local.set $name (call $isName (local.get $unit)))
      (if (i32.ne (local.get $name) (i32.const 1)) (then (return (local.get $name)))))
    (block $ends
      (if (i32.eq
            (i32.load (i32.add (global.get $ends) (i32.shl (local.get $limit) (i32.const 2))))
            (local.get $end))
        (then (br_if $ends (i32.eqz (call $joined (local.get $limit))))))
      (if (i32.eqz (call $isSpace (i32.load16_u (i32.add (global.get $codes) (i32.shl (local.get $end) (i32.const 1))))))
        (then (return (i32.const 0))))
      (local.set $name (call $isName (local.get $limit)))
      (if (i32.ne (local.get $name) (i32.const 1)) (then (return (local.get $name)))))
    (i32.const 1))

  ;; What stands at `at`: 0 for no hit, 1 for one, 2 when that is not told, 3 when the spelling was never seen.
  (func $look (param $at i32) (result i32)
    (call $follow (local.get $at))
    (if (i32.eqz (global.get $words)) (then (return (i32.const 0))))
    (if (i32.gt_u (global.get $words) (i32.const 1)) (then (return (i32.const 2))))
    (if (i32.gt_u (local.get $at) (global.get $from))
      (then (if (i32.eqz (call $isPlain (i32.load8_u (i32.sub (local.get $at) (i32.const 1))))) (then (return (i32.const 2))))))
    ;; Marks behind the last letter are its own.
    (block $marked
      (loop $mark
        (br_if $marked (i32.lt_u (call $byte (global.get $stop)) (i32.const 0x80)))
        (br_if $marked (i32.ne (call $symbol (call $code (global.get $stop))) (i32.const 1)))
        (global.set $stop (i32.add (global.get $stop) (global.get $step)))
        (br $mark)))
    (if (i32.eqz (call $isPlain (call $byte (global.get $stop)))) (then (return (i32.const 2))))
    (global.set $term (call $spelling (local.get $at)))
    (if (i32.lt_s (global.get $term) (i32.const 0))
      (then (return (select
        (i32.const 3)
        (select (i32.const 2) (i32.const 0) (i32.eq (global.get $term) (i32.const -3)))
        (i32.eq (global.get $term) (i32.const -2))))))
    (call $isWord (local.get $at)))

  ;; Behind the line end at or behind `at`.
  (func $lineEnd (param $at i32) (result i32)
    (local $bits i32)
    (block $found
      (loop $next
        (if (i32.ge_u (local.get $at) (global.get $to)) (then (return (global.get $to))))
        (local.set $bits (i8x16.bitmask (i8x16.eq
          (v128.load (local.get $at))
          (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))))
        (br_if $found (local.get $bits))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $next)))
    (local.set $at (i32.add (i32.add (local.get $at) (i32.ctz (local.get $bits))) (i32.const 1)))
    (select (local.get $at) (global.get $to) (i32.lt_u (local.get $at) (global.get $to))))

  ;; Looks at places of the lines in `[from, to)`, from the `next`th up to the `count`th, and writes to `out` of each that may be a hit
  ;; five numbers: what `$look` says, where it begins and ends, its term, and where its line ends. Of a spelling that was never seen it
  ;; writes the node for the term, and stops there. The first `letters` letters of the only word stand before a place. Places and what is
  ;; written count from `base`. Returns how many were written.
  (func (export "hits") (param $places i32) (param $next i32) (param $count i32) (param $out i32) (param $base i32) (param $from i32)
    (param $to i32) (param $letters i32) (result i32)
    (local $at i32) (local $look i32) (local $written i32) (local $line i32)
    (global.set $from (local.get $from))
    (global.set $to (local.get $to))
    (block $done
      (loop $place
        (br_if $done (i32.ge_u (local.get $next) (local.get $count)))
        (local.set $at (i32.load (i32.add (local.get $places) (i32.shl (local.get $next) (i32.const 2)))))
        (local.set $next (i32.add (local.get $next) (i32.const 1)))
        (local.set $at (call $wordStart (i32.add (local.get $base) (local.get $at)) (local.get $letters)))
        (br_if $place (i32.eqz (local.get $at)))
        (local.set $look (call $look (local.get $at)))
        (br_if $place (i32.eqz (local.get $look)))
        (if (i32.ge_u (local.get $at) (local.get $line)) (then (local.set $line (call $lineEnd (local.get $at)))))
        (i32.store offset=0 (local.get $out) (local.get $look))
        (i32.store offset=4 (local.get $out) (i32.sub (local.get $at) (local.get $base)))
        (i32.store offset=8 (local.get $out) (i32.sub (global.get $stop) (local.get $base)))
        (i32.store offset=12 (local.get $out) (global.get $term))
        (i32.store offset=16 (local.get $out) (i32.sub (local.get $line) (local.get $base)))
        (local.set $written (i32.add (local.get $written) (i32.const 1)))
        (if (i32.eq (local.get $look) (i32.const 3))
          (then
            (i32.store offset=12 (local.get $out) (global.get $node))
            (local.set $next (i32.sub (local.get $next) (i32.const 1)))
            (br $done)))
        (local.set $out (i32.add (local.get $out) (i32.const 20)))
        (br $place)))
    (global.set $next (local.get $next))
    (local.get $written)))
