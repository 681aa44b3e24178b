;; The byte kernel of search. `kernel.ts` says what each function gives, and has the same in plain JavaScript.
(module
  (memory (import "env" "memory") 1)
  (global $next (export "next") (mut i32) (i32.const 0))
  ;; Where the tables of the trie are: a symbol for each code point, and for each node and symbol the next node.
  (global $symbols (export "symbols") (mut i32) (i32.const 0))
  (global $children (export "children") (mut i32) (i32.const 0))

  ;; Whether some word of the trie may begin at `at`, as far as its letters tell; `node` is where in the trie. What goes on behind `end`
  ;; is not known, and may. With `ends` the word must not go on in an ASCII letter.
  (func $leads (param $at i32) (param $end i32) (param $node i32) (param $ends i32) (result i32)
    (local $byte i32) (local $symbol i32) (local $blank i32)
    (loop $letters
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (i32.const 1))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.lt_u (local.get $byte) (i32.const 0x80))
        (then (local.set $at (i32.add (local.get $at) (i32.const 1))))
        (else
          (if (i32.lt_u (local.get $byte) (i32.const 0xe0))
            (then
              (local.set $byte (i32.or
                (i32.shl (i32.and (local.get $byte) (i32.const 0x1f)) (i32.const 6))
                (i32.and (i32.load8_u offset=1 (local.get $at)) (i32.const 0x3f))))
              (local.set $at (i32.add (local.get $at) (i32.const 2))))
            (else
              (if (i32.ge_u (local.get $byte) (i32.const 0xf0)) (then (return (i32.const 0))))
              (local.set $byte (i32.or
                (i32.or
                  (i32.shl (i32.and (local.get $byte) (i32.const 0x0f)) (i32.const 12))
                  (i32.shl (i32.and (i32.load8_u offset=1 (local.get $at)) (i32.const 0x3f)) (i32.const 6)))
                (i32.and (i32.load8_u offset=2 (local.get $at)) (i32.const 0x3f))))
              (local.set $at (i32.add (local.get $at) (i32.const 3)))))))
      (local.set $symbol (i32.load8_u (i32.add (global.get $symbols) (local.get $byte))))
      (br_if $letters (i32.eq (local.get $symbol) (i32.const 1)))
      (if (i32.eqz (local.get $symbol)) (then (return (i32.const 0))))
      (if (i32.eq (local.get $symbol) (i32.const 2))
        (then
          (br_if $letters (local.get $blank))
          (local.set $blank (i32.const 1)))
        (else (local.set $blank (i32.const 0))))
      (local.set $node (i32.load (i32.add (global.get $children)
        (i32.shl (i32.add (local.get $node) (local.get $symbol)) (i32.const 2)))))
      (if (i32.eqz (local.get $node)) (then (return (i32.const 0))))
      (br_if $letters (i32.eqz (i32.and (local.get $node) (i32.const 0x40000000))))
      (if (i32.eqz (local.get $ends)) (then (return (i32.const 1))))
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (i32.const 1))))
      (if (i32.eqz (call $isLetter (local.get $at))) (then (return (i32.const 1))))
      (local.set $node (i32.and (local.get $node) (i32.const 0x3fffffff)))
      (br $letters))
    (unreachable))

  ;; Whether the byte at `at` is an ASCII letter.
  (func $isLetter (param $at i32) (result i32)
    (i32.lt_u (i32.sub (i32.or (i32.load8_u (local.get $at)) (i32.const 0x20)) (i32.const 97)) (i32.const 26)))

  ;; Which of the `count` places that `windows` wrote to `out` may begin a word of the trie; these move to the front, and are counted. A
  ;; word begins `shift` bytes behind its place. With `starts` it must not stand right behind an ASCII letter.
  (func (export "words") (param $out i32) (param $count i32) (param $shift i32) (param $end i32) (param $node i32) (param $starts i32)
    (param $ends i32) (result i32)
    (local $from i32) (local $to i32) (local $stop i32) (local $place i32) (local $at i32)
    (local.set $from (local.get $out))
    (local.set $to (local.get $out))
    (local.set $stop (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $places
        (br_if $done (i32.ge_u (local.get $from) (local.get $stop)))
        (local.set $place (i32.load (local.get $from)))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (local.set $at (i32.add (local.get $place) (local.get $shift)))
        (if (local.get $starts)
          (then (br_if $places (call $isLetter (i32.sub (local.get $at) (i32.const 1))))))
        (br_if $places (i32.eqz (call $leads (local.get $at) (local.get $end) (local.get $node) (local.get $ends))))
        (i32.store (local.get $to) (local.get $place))
        (local.set $to (i32.add (local.get $to) (i32.const 4)))
        (br $places)))
    (i32.shr_u (i32.sub (local.get $to) (local.get $out)) (i32.const 2)))

  ;; Which of the eight window patterns fit at each place: three bytes, each looked up by its two halves. A block of 16 bytes is
  ;; looked up once for each position in the window; the answers are then laid over each other, shifted by one and by two.
  ;; Stops near `end` or when `room` places are found; `next` is where to go on. Reads up to 48 bytes behind a place.
  (func (export "windows") (param $tables i32) (param $at i32) (param $end i32) (param $out i32) (param $room i32) (result i32)
    (local $lo0 v128) (local $hi0 v128) (local $lo1 v128) (local $hi1 v128) (local $lo2 v128) (local $hi2 v128) (local $low v128)
    (local $v v128) (local $l v128) (local $h v128) (local $first v128) (local $second v128) (local $bits i32) (local $count i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $b0 v128) (local $b1 v128) (local $b2 v128)
    (local $c0 v128) (local $c1 v128) (local $c2 v128)
    (local.set $lo0 (v128.load offset=0 (local.get $tables)))
    (local.set $hi0 (v128.load offset=16 (local.get $tables)))
    (local.set $lo1 (v128.load offset=32 (local.get $tables)))
    (local.set $hi1 (v128.load offset=48 (local.get $tables)))
    (local.set $lo2 (v128.load offset=64 (local.get $tables)))
    (local.set $hi2 (v128.load offset=80 (local.get $tables)))
    (local.set $low (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))
    (local.set $room (i32.sub (local.get $room) (i32.const 32)))
    (block $done
      (br_if $done (i32.ge_u (i32.add (local.get $at) (i32.const 48)) (local.get $end)))
      (local.set $v (v128.load offset=0 (local.get $at)))
      (local.set $l (v128.and (local.get $v) (local.get $low)))
      (local.set $h (v128.and (i16x8.shr_u (local.get $v) (i32.const 4)) (local.get $low)))
      (local.set $a0 (v128.and (i8x16.swizzle (local.get $lo0) (local.get $l)) (i8x16.swizzle (local.get $hi0) (local.get $h))))
      (local.set $a1 (v128.and (i8x16.swizzle (local.get $lo1) (local.get $l)) (i8x16.swizzle (local.get $hi1) (local.get $h))))
      (local.set $a2 (v128.and (i8x16.swizzle (local.get $lo2) (local.get $l)) (i8x16.swizzle (local.get $hi2) (local.get $h))))
      (loop $blocks
        (br_if $done (i32.ge_u (i32.add (local.get $at) (i32.const 48)) (local.get $end)))
        (br_if $done (i32.gt_s (local.get $count) (local.get $room)))
        (local.set $v (v128.load offset=16 (local.get $at)))
        (local.set $l (v128.and (local.get $v) (local.get $low)))
        (local.set $h (v128.and (i16x8.shr_u (local.get $v) (i32.const 4)) (local.get $low)))
        (local.set $b0 (v128.and (i8x16.swizzle (local.get $lo0) (local.get $l)) (i8x16.swizzle (local.get $hi0) (local.get $h))))
        (local.set $b1 (v128.and (i8x16.swizzle (local.get $lo1) (local.get $l)) (i8x16.swizzle (local.get $hi1) (local.get $h))))
        (local.set $b2 (v128.and (i8x16.swizzle (local.get $lo2) (local.get $l)) (i8x16.swizzle (local.get $hi2) (local.get $h))))
        (local.set $first (v128.and (local.get $a0) (v128.and
          (i8x16.shuffle 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 (local.get $a1) (local.get $b1))
          (i8x16.shuffle 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 (local.get $a2) (local.get $b2)))))
        (local.set $v (v128.load offset=32 (local.get $at)))
        (local.set $l (v128.and (local.get $v) (local.get $low)))
        (local.set $h (v128.and (i16x8.shr_u (local.get $v) (i32.const 4)) (local.get $low)))
        (local.set $c0 (v128.and (i8x16.swizzle (local.get $lo0) (local.get $l)) (i8x16.swizzle (local.get $hi0) (local.get $h))))
        (local.set $c1 (v128.and (i8x16.swizzle (local.get $lo1) (local.get $l)) (i8x16.swizzle (local.get $hi1) (local.get $h))))
        (local.set $c2 (v128.and (i8x16.swizzle (local.get $lo2) (local.get $l)) (i8x16.swizzle (local.get $hi2) (local.get $h))))
        (local.set $second (v128.and (local.get $b0) (v128.and
          (i8x16.shuffle 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 (local.get $b1) (local.get $c1))
          (i8x16.shuffle 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 (local.get $b2) (local.get $c2)))))
        (local.set $a0 (local.get $c0))
        (local.set $a1 (local.get $c1))
        (local.set $a2 (local.get $c2))
        (if (v128.any_true (v128.or (local.get $first) (local.get $second)))
          (then
            (local.set $bits (i32.or
              (i8x16.bitmask (i8x16.ne (local.get $first) (v128.const i64x2 0 0)))
              (i32.shl (i8x16.bitmask (i8x16.ne (local.get $second) (v128.const i64x2 0 0))) (i32.const 16))))
            (loop $places
              (i32.store
                (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2)))
                (i32.add (local.get $at) (i32.ctz (local.get $bits))))
              (local.set $count (i32.add (local.get $count) (i32.const 1)))
              (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
              (br_if $places (local.get $bits)))))
        (local.set $at (i32.add (local.get $at) (i32.const 32)))
        (br $blocks)))
    (global.set $next (local.get $at))
    (local.get $count))

  ;; How many bytes from `at` are `byte`, 64 at a time, and the last one by one. Each of the 16 lanes counts up to 252, and is then added.
  (func (export "count") (param $byte i32) (param $at i32) (param $end i32) (result i32)
    (local $wanted v128) (local $lanes v128) (local $left i32) (local $count i32)
    (local.set $wanted (i8x16.splat (local.get $byte)))
    (block $done
      (loop $stretches
        (br_if $done (i32.gt_u (i32.add (local.get $at) (i32.const 64)) (local.get $end)))
        (local.set $lanes (v128.const i64x2 0 0))
        (local.set $left (i32.const 63))
        (block $full
          (loop $blocks
            (local.set $lanes (i8x16.sub (local.get $lanes) (i8x16.add
              (i8x16.add
                (i8x16.eq (v128.load offset=0 (local.get $at)) (local.get $wanted))
                (i8x16.eq (v128.load offset=16 (local.get $at)) (local.get $wanted)))
              (i8x16.add
                (i8x16.eq (v128.load offset=32 (local.get $at)) (local.get $wanted))
                (i8x16.eq (v128.load offset=48 (local.get $at)) (local.get $wanted))))))
            (local.set $at (i32.add (local.get $at) (i32.const 64)))
            (local.set $left (i32.sub (local.get $left) (i32.const 1)))
            (br_if $full (i32.eqz (local.get $left)))
            (br_if $blocks (i32.le_u (i32.add (local.get $at) (i32.const 64)) (local.get $end)))))
        (local.set $lanes (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (local.get $lanes))))
        (local.set $count (i32.add (local.get $count) (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
          (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes))))))
        (br $stretches)))
    (block $ended
      (loop $bytes
        (br_if $ended (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $count (i32.add (local.get $count) (i32.eq (i32.load8_u (local.get $at)) (local.get $byte))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $bytes)))
    (local.get $count)))
