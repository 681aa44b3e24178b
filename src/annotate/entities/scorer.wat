;; Rows of weights, found by the hashes of features and summed.

;; Spreads the bits of four numbers, as `mix` does.
(func $mixFour (param $hash v128) (result v128)
  (local.set $hash (i32x4.mul (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 16))) (i32x4.splat (i32.const 0x85ebca6b))))
  (local.set $hash (i32x4.mul (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 13))) (i32x4.splat (i32.const 0xc2b2ae35))))
  (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 16))))

;; Adds the rows of the features in `[features, end)` to the 16 sums at `out`. First the features become their hashes, whose lower halves
;; are never 0, then the places of their rows, without a branch on what is found: so the processor waits for many places of the memory
;; at once.
(func $addRows (param $end i32) (param $out i32)
  (local $at i32) (local $home i32) (local $found i32) (local $hash v128) (local $print v128) (local $bucket v128) (local $row v128)
  (local $sumLow v128) (local $sumHigh v128) (local $sign v128)
  (local.set $at (global.get $features))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $hash (call $mixFour (v128.load (local.get $at))))
      (v128.store (local.get $at)
        (v128.xor (local.get $hash)
          (i32x4.shr_u (i32x4.eq (i32x4.shl (local.get $hash) (i32.const 16)) (v128.const i32x4 0 0 0 0)) (i32.const 31))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $next)))
  (local.set $at (global.get $features))
  (block $done2
    (loop $next2
      (br_if $done2 (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $home (i32.and (i32.shr_u (i32.load (local.get $at)) (global.get $weightShift)) (global.get $weightMask)))
      (local.set $print (v128.load16_splat (local.get $at)))
      (local.set $bucket (v128.load (i32.add (global.get $prints) (local.get $home))))
      ;; Only where a bucket is full the next one counts; behind the last comes the first.
      (local.set $found (i32.and
        (i8x16.bitmask
          (i8x16.narrow_i16x8_s (i16x8.eq (local.get $bucket) (local.get $print))
            (i16x8.eq
              (v128.load (i32.add (global.get $prints) (i32.and (i32.add (local.get $home) (i32.const 16)) (global.get $weightMask))))
              (local.get $print))))
        (i32.sub (i32.const 255) (i32.shl (i16x8.all_true (local.get $bucket)) (i32.const 8)))))
      (i32.store (local.get $at)
        (select
          (i32.add (global.get $rows)
            (i32.and (i32.add (i32.shl (local.get $home) (i32.const 3)) (i32.shl (i32.ctz (local.get $found)) (i32.const 4)))
              (global.get $rowMask)))
          (global.get $nothing) (local.get $found)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br $next2)))
  (local.set $sign (i8x16.splat (i32.const 128)))
  (local.set $sumLow (v128.load (local.get $out)))
  (local.set $sumHigh (v128.load offset=16 (local.get $out)))
  (local.set $at (global.get $features))
  (block $done3
    (loop $next3
      (br_if $done3 (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $row (v128.xor (v128.load (i32.load (local.get $at))) (local.get $sign)))
      (local.set $sumLow (i16x8.add (local.get $sumLow) (i16x8.extend_low_i8x16_s (local.get $row))))
      (local.set $sumHigh (i16x8.add (local.get $sumHigh) (i16x8.extend_high_i8x16_s (local.get $row))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br $next3)))
  (v128.store (local.get $out) (local.get $sumLow))
  (v128.store offset=16 (local.get $out) (local.get $sumHigh)))

;; Sums what the attributes of a lexeme give to units on either side, each at its offset. So many attributes have their slots in one
;; column and their values in the next.
(func $addLexeme (export "addLexeme") (param $lexeme i32) (param $count i32)
  (local $at i32) (local $end i32) (local $out i32) (local $source i32) (local $offset i32) (local $slot v128)
  (local.set $at (global.get $attributes))
  (local.set $end (i32.add (local.get $at) (i32.shl (local.get $count) (i32.const 2))))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (v128.store (local.get $at)
        (call $mixFour
          (i32x4.add (i32x4.mul (v128.load (local.get $at)) (i32x4.splat (i32.const 0x9e3779b1)))
            (i32x4.mul (v128.load offset=256 (local.get $at)) (i32x4.splat (i32.const 0x7feb352d))))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $next)))
  (local.set $out (i32.add (i32.add (global.get $lexemes) (local.get $lexeme)) (i32.const 32)))
  (block $done2
    (loop $next2
      (br_if $done2 (i32.ge_s (local.get $offset) (i32.const 5)))
      ;; Away from its unit nine attributes of a lexeme count.
      (local.set $end (i32.add (global.get $attributes)
        (i32.shl
          (select (i32.const 9) (local.get $count)
            (i32.and (i32.ne (local.get $offset) (i32.const 2)) (i32.gt_s (local.get $count) (i32.const 9))))
          (i32.const 2))))
      (local.set $slot (i32x4.splat (i32.mul (local.get $offset) (i32.const 0x5bd1e995))))
      (local.set $source (global.get $attributes))
      (local.set $at (global.get $features))
      (block $done3
        (loop $next3
          (br_if $done3 (i32.ge_u (local.get $source) (local.get $end)))
          (v128.store (local.get $at) (i32x4.add (v128.load (local.get $source)) (local.get $slot)))
          (local.set $source (i32.add (local.get $source) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $next3)))
      (v128.store (local.get $out) (v128.const i32x4 0 0 0 0))
      (v128.store offset=16 (local.get $out) (v128.const i32x4 0 0 0 0))
      (call $addRows (i32.add (i32.sub (local.get $end) (global.get $attributes)) (global.get $features)) (local.get $out))
      (local.set $out (i32.add (local.get $out) (i32.const 32)))
      (local.set $offset (i32.add (local.get $offset) (i32.const 1)))
      (br $next2))))
